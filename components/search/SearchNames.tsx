import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type SearchWish, searchAddress } from '#addresses/search-address.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import type { Facet } from '#db/queries/search-results.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = { locale: Locale; wish: SearchWish; topics: Facet[]; authors: Facet[] }

/** Topics and authors that the results have in common; each link narrows the search to one of them. */
export function SearchNames({ locale, wish, topics, authors }: Props) {
  const t = useTranslations('search.names')
  const lists = [
    { name: 'topic' as const, title: t('topics'), facets: wish.topic ? [] : topics },
    { name: 'author' as const, title: t('authors'), facets: wish.author ? [] : authors },
  ]
  const shown = lists.filter(({ facets }) => facets.length > 0)
  if (shown.length === 0) return null
  return (
    <aside className="search-names" aria-label={t('title')}>
      {shown.map(({ name, title, facets }) => nameList(locale, wish, name, title, facets))}
    </aside>
  )
}

function nameList(
  locale: Locale,
  wish: SearchWish,
  name: 'topic' | 'author',
  title: string,
  facets: Facet[],
): ReactNode {
  return (
    <section key={name}>
      <BandHeading thin title={title} />
      <ul>
        {facets.map(facet => (
          <li key={facet.id}>
            <a href={searchAddress(locale, { ...wish, page: 1, [name]: facet.slug })}>
              {isolatedInOne(facet.name, locale)}
              <span className="search-figures">{facet.articles}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

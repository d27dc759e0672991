import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type SearchWish, searchAddress } from '#addresses/search-address.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import { type Locale, otherLocale } from '#i18n/locales.ts'

type Count = { count: number; isMore: boolean }
type Name = { name: string } | null

type Props = {
  locale: Locale
  wish: SearchWish
  total: Count
  elsewhere: Count
  isLoose: boolean
  meant: string | null
  isPartial: boolean
  topic: Name
  author: Name
}

/** Summary of the results: their number, a corrected spelling, filters in force, results in the other language. */
export function SearchSummary({
  locale,
  wish,
  total,
  elsewhere,
  isLoose,
  meant,
  isPartial,
  topic,
  author,
}: Props) {
  const t = useTranslations('search')
  const other = otherLocale(locale)
  const words = () => (
    <bdi dir="auto" className="search-words">
      {wish.typed}
    </bdi>
  )
  const strong = (parts: ReactNode) => <strong>{parts}</strong>
  const found = total.count === 0 ? 'none' : total.isMore ? 'more' : isLoose ? 'loose' : 'found'
  return (
    <div className="search-summary">
      <p>
        {found === 'more'
          ? t.rich('summary.more', { count: String(total.count), strong })
          : t.rich(`summary.${found}`, { count: total.count, words, strong })}
        {elsewhere.count > 0 && (
          <>
            {' '}
            <a href={searchAddress(other, { typed: wish.typed })} hrefLang={other}>
              {elsewhere.isMore
                ? t('summary.elsewhereMore', { count: String(elsewhere.count) })
                : t('summary.elsewhere', { count: elsewhere.count })}
            </a>
          </>
        )}
      </p>
      {meant && (
        <p className="search-meant">
          {t.rich('meant', {
            words: () => (
              <a href={searchAddress(locale, { ...wish, typed: meant, page: 1 })}>
                <bdi dir="auto">{meant}</bdi>
              </a>
            ),
          })}
        </p>
      )}
      {isPartial && <p>{t('partial')}</p>}
      {(topic || author) && (
        <ul className="search-narrowed">
          {topic &&
            narrowed(
              locale,
              'topic',
              topic.name,
              searchAddress(locale, { ...wish, page: 1, topic: null }),
              t('remove'),
            )}
          {author &&
            narrowed(
              locale,
              'author',
              author.name,
              searchAddress(locale, { ...wish, page: 1, author: null }),
              t('remove'),
            )}
        </ul>
      )}
    </div>
  )
}

function narrowed(locale: Locale, key: string, name: string, withoutIt: string, remove: string): ReactNode {
  return (
    <li key={key}>
      {isolatedInOne(name, locale)} <a href={withoutIt}>{remove}</a>
    </li>
  )
}

import { useTranslations } from 'next-intl'
import { type SearchWish, searchAddress } from '#addresses/search-address.ts'
import type { Facet } from '#db/queries/search-results.ts'
import type { SectionRef, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { MarkedPieces } from './marked.tsx'
import { SearchAdvice } from './SearchAdvice.tsx'
import { SearchFilters } from './SearchFilters.tsx'
import { SearchForm } from './SearchForm.tsx'
import { SearchNames } from './SearchNames.tsx'
import { SearchResults } from './SearchResults.tsx'
import { SearchSummary } from './SearchSummary.tsx'

type Count = { count: number; isMore: boolean }

type Found =
  | { kind: 'unaskable'; why: 'empty' | 'wordless' | 'onlyExcluded' | 'tooShort' }
  | {
      kind: 'answered'
      total: Count
      finds: readonly { story: Teaser; headline: MarkedPieces; passage: MarkedPieces }[]
      page: number
      hasNext: boolean
      isLoose: boolean
      elsewhere: Count
      sections: Facet[] | null
      topics: Facet[]
      authors: Facet[]
      meant: string | null
      isPartial: boolean
    }

type Props = {
  locale: Locale
  siteName: string
  sections: readonly SectionRef[]
  wish: SearchWish
  found: Found
  topic: { name: string } | null
  author: { name: string } | null
  script: string | null
}

/** The search page: box, results and filters, or advice on searching. */
export function SearchPage({ locale, siteName, sections, wish, found, topic, author, script }: Props) {
  const t = useTranslations('search.why')
  const box = { locale, siteName, typed: wish.typed, script }
  if (found.kind === 'unaskable') {
    return (
      <>
        <SearchForm {...box} />
        <SearchAdvice locale={locale} sections={sections}>
          {found.why === 'empty' ? null : t(found.why)}
        </SearchAdvice>
      </>
    )
  }
  const { total, elsewhere, isLoose, meant, isPartial, finds, page, hasNext, topics, authors } = found
  return (
    <>
      <SearchForm {...box}>
        <SearchSummary {...{ locale, wish, total, elsewhere, isLoose, meant, isPartial, topic, author }} />
      </SearchForm>
      <div className="search-grid">
        <SearchFilters
          locale={locale}
          wish={wish}
          found={total}
          elsewhere={elsewhere}
          sections={offered(sections, found.sections, wish)}
        />
        {finds.length > 0 ? (
          <SearchResults
            locale={locale}
            finds={finds}
            path={searchAddress(locale, { ...wish, page: 1 })}
            page={page}
            hasNext={hasNext}
          />
        ) : (
          <SearchAdvice locale={locale} sections={sections}>
            {total.count > 0 ? t('noPage') : t('none')}
          </SearchAdvice>
        )}
        <SearchNames locale={locale} wish={wish} topics={topics} authors={authors} />
      </div>
    </>
  )
}

/* Sections with results and the chosen ones; all sections when there are too many results to count. */
function offered(sections: readonly SectionRef[], facets: Facet[] | null, wish: SearchWish) {
  if (!facets) return sections.map(section => ({ ...section, articles: null }))
  const counts = new Map(facets.map(({ id, articles }) => [id, articles]))
  return sections
    .map(section => ({ ...section, articles: counts.get(section.id) ?? 0 }))
    .filter(({ slug, articles }) => articles > 0 || wish.sections.includes(slug))
}

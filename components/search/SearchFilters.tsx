import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type SearchWish, searchAddress, searchPeriods } from '#addresses/search-address.ts'
import { isolatedInOne } from '#components/bidi/isolated.tsx'
import type { Facet } from '#db/queries/search-results.ts'
import { type Locale, locales, otherLocale } from '#i18n/locales.ts'
import { DayField } from './DayField.tsx'
import { SEARCH_FORM_ID } from './search-form-id.ts'

type Count = { count: number; isMore: boolean }

type Props = {
  locale: Locale
  wish: SearchWish
  found: Count
  elsewhere: Count
  /** Sections to choose from; `articles` is null where results are not counted. */
  sections: (Omit<Facet, 'articles'> & { articles: number | null })[]
}

/** Filters of a search: language, sections, time and sort order. The button applies them without script. */
export function SearchFilters({ locale, wish, found, elsewhere, sections }: Props) {
  const t = useTranslations('search.filters')
  const other = otherLocale(locale)
  return (
    <details className="search-filters">
      <summary>{t('title')}</summary>
      <div className="search-groups">
        <fieldset>
          <legend>{t('language')}</legend>
          <p aria-current="true">
            <span>{locales[locale].name}</span>
            {figures(found)}
          </p>
          <p>
            <a
              href={searchAddress(other, { typed: wish.typed })}
              lang={other}
              dir={locales[other].dir}
              hrefLang={other}
            >
              {locales[other].name}
            </a>
            {figures(elsewhere)}
          </p>
        </fieldset>
        {sections.length > 0 && (
          <fieldset>
            <legend>{t('section')}</legend>
            {sections.map(({ id, name, slug, articles }) => (
              <label key={id}>
                <input
                  form={SEARCH_FORM_ID}
                  type="checkbox"
                  name="section"
                  value={slug}
                  defaultChecked={wish.sections.includes(slug)}
                />
                {isolatedInOne(name, locale)}
                {articles !== null && <span className="search-count">{articles}</span>}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{t('published')}</legend>
          {choice('period', '', t('period.any'), wish.period === null)}
          {searchPeriods.map(period =>
            choice('period', period, t(`period.${period}`), wish.period === period),
          )}
          <div className="search-days">
            <DayField locale={locale} name="from" value={wish.from} />
            <DayField locale={locale} name="to" value={wish.to} />
          </div>
        </fieldset>
        <fieldset>
          <legend>{t('order')}</legend>
          {choice('sort', '', t('byRelevance'), !wish.isNewestFirst)}
          {choice('sort', 'newest', t('newestFirst'), wish.isNewestFirst)}
        </fieldset>
        {wish.topic && <input form={SEARCH_FORM_ID} type="hidden" name="topic" value={wish.topic} />}
        {wish.author && <input form={SEARCH_FORM_ID} type="hidden" name="author" value={wish.author} />}
        <button form={SEARCH_FORM_ID} type="submit" className="search-apply">
          {t('apply')}
        </button>
      </div>
    </details>
  )
}

function figures({ count, isMore }: Count): ReactNode {
  return <span className="search-count">{isMore ? <bdi dir="ltr">{`${count}+`}</bdi> : count}</span>
}

function choice(name: string, value: string, label: string, isChosen: boolean): ReactNode {
  return (
    <label key={value}>
      <input form={SEARCH_FORM_ID} type="radio" name={name} value={value} defaultChecked={isChosen} />
      {label}
    </label>
  )
}

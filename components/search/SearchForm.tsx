import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { searchPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Locale } from '#i18n/locales.ts'
import { SearchBox } from './SearchBox.tsx'
import { SEARCH_FORM_ID } from './search-form-id.ts'

type Props = {
  locale: Locale
  siteName: string
  typed: string
  script: string | null
  /** Summary of the results. */
  children?: ReactNode
}

/** The search box and its button. */
export function SearchForm({ locale, siteName, typed, script, children }: Props) {
  const t = useTranslations('search')
  return (
    <search>
      <form id={SEARCH_FORM_ID} className="search-form" action={searchPath(locale)}>
        <h1 className="search-title">{t('title')}</h1>
        <div className="search-row">
          <SearchBox
            locale={locale}
            typed={typed}
            script={script}
            label={t.rich('label', { site: () => isolated(siteName, locale) })}
          />
          <button type="submit" className="search-button">
            {t('submit')}
          </button>
        </div>
        {children}
      </form>
    </search>
  )
}

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { suggestionsPath } from '#addresses/paths.ts'
import type { Locale } from '#i18n/locales.ts'

type Props = {
  locale: Locale
  typed: string
  label: ReactNode
  /** Address of the script for suggestions; null where it is not built. */
  script: string | null
}

const BOX_ID = 'search-words'
const LIST_ID = 'search-suggestions'
/* The most suggestions at once. The catalog has the words for each number, so the script needs none. */
const MOST = 8

/** The search box; with script, it suggests completions. */
export function SearchBox({ locale, typed, label, script }: Props) {
  const t = useTranslations('search.suggestions')
  const counts = Array.from({ length: MOST + 1 }, (_, count) => t('count', { count }))
  return (
    <search-box
      suppressHydrationWarning
      className="search-entry"
      data-from={suggestionsPath(locale)}
      data-said={JSON.stringify(counts)}
    >
      <label htmlFor={BOX_ID}>{label}</label>
      <input
        id={BOX_ID}
        type="search"
        name="q"
        placeholder={t('placeholder')}
        defaultValue={typed}
        dir="auto"
        maxLength={300}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="search"
      />
      <div id={LIST_ID} role="listbox" aria-label={t('label')} className="search-suggestions" hidden />
      <output className="unseen" />
      {script && <script type="module" src={script} />}
    </search-box>
  )
}

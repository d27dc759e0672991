import { useTranslations } from 'next-intl'
import { searchPath } from '#addresses/paths.ts'
import { SearchIcon } from '#components/icons/SearchIcon.tsx'
import { formatHijriDay, formatMastheadDay, formatNarrowDay, isoDay } from '#i18n/dates.ts'
import { type Locale, locales, otherLocale } from '#i18n/locales.ts'
import { switchDestination } from './switch-destination.ts'
import { TextSizeControl } from './TextSizeControl.tsx'
import { ThemeControl } from './ThemeControl.tsx'
import styles from './UtilityBar.module.css'

type Props = {
  locale: Locale
  languageSwitch: { href: string; exact: boolean }
}

const NOTE_ID = 'language-note'

/** The date, the language switch, and the reader's settings of theme and text size. */
export function UtilityBar({ locale, languageSwitch: { href, exact } }: Props) {
  const t = useTranslations('masthead')
  const now = new Date()
  const day = isoDay(now)
  const other = otherLocale(locale)
  return (
    <div className={styles.bar}>
      <p className={styles.date}>
        {/* A phone has room for one line: one name of the month, and no second calendar. */}
        <time dateTime={day}>
          <span>{formatMastheadDay(now, locale)}</span>
          <span>{formatNarrowDay(now, locale)}</span>
        </time>
        {locale === 'ar' && <span>{formatHijriDay(now, locale)}</span>}
      </p>
      {!exact && (
        <p className={styles.note} id={NOTE_ID}>
          {t(`switch.${switchDestination(href, other)}`)}
        </p>
      )}
      <div className={styles.tools}>
        <a
          className={styles.language}
          href={href}
          lang={other}
          dir={locales[other].dir}
          hrefLang={other}
          aria-describedby={exact ? undefined : NOTE_ID}
        >
          {locales[other].name}
        </a>
        <ThemeControl />
        <TextSizeControl />
        <a className={styles.search} href={searchPath(locale)}>
          <SearchIcon />
          <span>{t('search')}</span>
        </a>
      </div>
    </div>
  )
}

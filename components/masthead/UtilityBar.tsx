import { useTranslations } from 'next-intl'
import { searchPath } from '#addresses/paths.ts'
import { SearchIcon } from '#components/icons/SearchIcon.tsx'
import { SharedPart } from '#components/page/SharedPart.tsx'
import { type Locale, locales, otherLocale } from '#i18n/locales.ts'
import { MastheadDate } from './MastheadDate.tsx'
import { switchDestination } from './switch-destination.ts'
import { TextSizeControl } from './TextSizeControl.tsx'
import { ThemeControl } from './ThemeControl.tsx'
import styles from './UtilityBar.module.css'

type Props = {
  locale: Locale
  languageSwitch: { href: string; exact: boolean }
  leavesParts: boolean
}

const NOTE_ID = 'language-note'

/** The date, the language switch, and the reader's settings of theme and text size. */
export function UtilityBar({ locale, languageSwitch: { href, exact }, leavesParts }: Props) {
  const t = useTranslations('masthead')
  const other = otherLocale(locale)
  return (
    <div className={styles.bar}>
      <SharedPart name="date" isLeft={leavesParts}>
        <MastheadDate locale={locale} />
      </SharedPart>
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

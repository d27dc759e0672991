import { StarIcon } from '#components/icons/StarIcon.tsx'
import { detectLocale } from '#i18n/bidi.ts'
import { type Locale, localeList, locales, otherLocale } from '#i18n/locales.ts'
import styles from './Nameplate.module.css'

type Texts = Partial<Record<Locale, string>>

/**
 * Both names around one star. Each language starts from its own side, so the nameplate looks the same in both. A
 * newsroom with one name for both languages shows it once, in the script that it is written in.
 */
export function Nameplate({ locale, names }: { locale: Locale; names: Texts }) {
  const other = otherLocale(locale)
  const [own = '', second = ''] = [names[locale], names[other]]
  if (own === second) return <span className={styles.names}>{nameIn(detectLocale(own), own)}</span>
  return (
    <span className={styles.names}>
      {nameIn(locale, own)}
      <StarIcon className={styles.star} />
      {nameIn(other, second)}
    </span>
  )
}

function nameIn(locale: Locale, name: string) {
  return (
    <span lang={locale} dir={locales[locale].dir}>
      {name}
    </span>
  )
}

type TaglinesProps = { locale: Locale; taglines: Texts; only?: Locale }

/** The taglines under the names. Arabic comes first in both languages, because it is the older one. */
export function Taglines({ taglines, only }: TaglinesProps) {
  const shown = localeList.filter(locale => taglines[locale] && (only === undefined || only === locale))
  if (shown.length === 0) return null
  return (
    <p className={styles.taglines}>
      {shown.map(locale => (
        <span key={locale} lang={locale} dir={locales[locale].dir}>
          {taglines[locale]}
        </span>
      ))}
    </p>
  )
}

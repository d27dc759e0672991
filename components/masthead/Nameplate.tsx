import { type Locale, localeList, locales, otherLocale } from '../../i18n/locales'
import { StarIcon } from '../icons/StarIcon'
import styles from './Nameplate.module.css'

type Texts = Partial<Record<Locale, string>>

/** Both names around one star. Each language starts from its own side, so that the picture is the same in both. */
export function Nameplate({ locale, names }: { locale: Locale; names: Texts }) {
  const other = otherLocale(locale)
  return (
    <span className={styles.names}>
      <span lang={locale} dir={locales[locale].dir}>
        {names[locale]}
      </span>
      <StarIcon className={styles.star} />
      <span lang={other} dir={locales[other].dir}>
        {names[other]}
      </span>
    </span>
  )
}

type TaglinesProps = { locale: Locale; taglines: Texts; only?: Locale }

/** The lines under the names. Arabic comes first in both editions: it is the elder. */
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

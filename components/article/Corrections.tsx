import { useTranslations } from 'next-intl'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Correction } from '#db/shapes.ts'
import { formatDayAndClock } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './Corrections.module.css'

type Props = { corrections: Correction[]; locale: Locale }

/** The corrections of an article, dated, newest first. */
export function Corrections({ corrections, locale }: Props) {
  const t = useTranslations('article')
  if (corrections.length === 0) return null
  return (
    <section className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections', { count: corrections.length })}</h2>
      <ul>
        {corrections.map(({ at, text }) => (
          <li key={at.getTime()}>
            <time dateTime={at.toISOString()}>{formatDayAndClock(at, locale)}</time>
            <p>{isolated(text, locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

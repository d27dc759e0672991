import { formatHijriDay, formatMastheadDay, formatNarrowDay, isoDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './UtilityBar.module.css'

/** Today, in both calendars for readers of Arabic. */
export function MastheadDate({ locale }: { locale: Locale }) {
  const now = new Date()
  return (
    <p className={styles.date}>
      {/* A phone has room for one line: one name of the month, and no second calendar. */}
      <time dateTime={isoDay(now)}>
        <span>{formatMastheadDay(now, locale)}</span>
        <span>{formatNarrowDay(now, locale)}</span>
      </time>
      {locale === 'ar' && <span>{formatHijriDay(now, locale)}</span>}
    </p>
  )
}

import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import type { ArchiveCalendar } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './DaySteps.module.css'

type Props = { calendar: ArchiveCalendar; day: number; locale: Locale }

/** Links to the previous and next day with articles, within the month. */
export function DaySteps({ calendar: { year, month, days }, day, locale }: Props) {
  const t = useTranslations('archive')
  const before = days.filter(other => other < day).at(-1)
  const after = days.find(other => other > day)
  if (before === undefined && after === undefined) return null
  return (
    <p className={styles.steps}>
      {before === undefined ? (
        <span />
      ) : (
        <a href={archivePath(locale, year, month, before)}>{t('previousDay')}</a>
      )}
      {after !== undefined && <a href={archivePath(locale, year, month, after)}>{t('nextDay')}</a>}
    </p>
  )
}

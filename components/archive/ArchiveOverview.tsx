import { useTranslations } from 'next-intl'
import type { HeadlineItem } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { monthName } from '../../i18n/months'
import { archivePath } from '../../i18n/paths'
import { EmptyNote } from '../lists/EmptyNote'
import { ListHeader } from '../lists/ListHeader'
import { HeadlineList } from '../story/HeadlineList'
import styles from './Archive.module.css'
import { MonthCalendar } from './MonthCalendar'
import { PeriodLinks } from './PeriodLinks'

type View = {
  years: number[]
  year?: number
  months: number[]
  month?: number
  days: number[]
  day?: number
  headlines: HeadlineItem[]
}

type Props = { title: string; view: View; locale: Locale }

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** What was published in a month or on a day, with a calendar that leads to every other. */
export function ArchiveOverview({ title, view, locale }: Props) {
  const t = useTranslations('archive')
  const { years, year, months, month, days, day, headlines } = view
  if (year === undefined || month === undefined) {
    return (
      <>
        <ListHeader title={title} />
        <EmptyNote>{t('empty')}</EmptyNote>
      </>
    )
  }
  const name = monthName(month, locale)
  return (
    <>
      <ListHeader title={title} description={t('count', { count: headlines.length })} />
      <div className={styles.grid}>
        <div>
          <HeadlineList items={headlines} locale={locale} />
          {day !== undefined && <DaySteps year={year} month={month} day={day} days={days} locale={locale} />}
        </div>
        <div className={styles.side}>
          <MonthCalendar year={year} month={month} days={days} current={day} />
          <PeriodLinks
            label={t('months', { year: String(year) })}
            periods={MONTHS.map(number => ({
              name: monthName(number, locale),
              href: months.includes(number) ? archivePath(locale, year, number) : null,
              current: number === month && day === undefined,
            }))}
          />
          <PeriodLinks
            label={t('years')}
            periods={years.map(number => ({
              name: String(number),
              href: archivePath(locale, number),
              current: number === year,
            }))}
          />
          <p className={styles.month}>
            <a href={archivePath(locale, year, month)}>
              {t('monthTitle', { month: name, year: String(year) })}
            </a>
          </p>
        </div>
      </div>
    </>
  )
}

type StepProps = { year: number; month: number; day: number; days: number[]; locale: Locale }

/** To the days before and after that have something to read, within the month. */
function DaySteps({ year, month, day, days, locale }: StepProps) {
  const t = useTranslations('archive')
  const before = days.filter(other => other < day).at(-1)
  const after = days.find(other => other > day)
  if (before === undefined && after === undefined) return null
  return (
    <p className={styles.steps}>
      {before === undefined ? (
        <span />
      ) : (
        <a rel="prev" href={archivePath(locale, year, month, before)}>
          {t('previousDay')}
        </a>
      )}
      {after === undefined ? (
        <span />
      ) : (
        <a rel="next" href={archivePath(locale, year, month, after)}>
          {t('nextDay')}
        </a>
      )}
    </p>
  )
}

import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import { ListHeader } from '#components/lists/ListHeader.tsx'
import { Pagination } from '#components/lists/Pagination.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { ArchiveView } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { monthName } from '#i18n/months.ts'
import styles from './Archive.module.css'
import { DaySteps } from './DaySteps.tsx'
import { HeadlinesByDay } from './HeadlinesByDay.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { MonthLinks } from './MonthLinks.tsx'
import { YearLinks } from './YearLinks.tsx'

type Props = { title: string; view: Extract<ArchiveView, { kind: 'period' }>; locale: Locale }

/** The articles of a month or a day, in pages, with a calendar that links to the other days. */
export function ArchivePeriod({ title, view, locale }: Props) {
  const t = useTranslations('archive')
  const { calendar, day, headlines } = view
  const { year, month, days } = calendar
  const { items, page, hasNext } = headlines
  /* The count appears only where one page holds everything: no page waits for a count of thousands. */
  const isWhole = page === 1 && !hasNext
  return (
    <>
      <ListHeader
        title={title}
        long
        description={isWhole ? t('count', { count: items.length }) : t('pageOf', { page: String(page) })}
      />
      <div className={styles.grid}>
        <div>
          {day === undefined ? (
            <HeadlinesByDay items={items} locale={locale} />
          ) : (
            <HeadlineList items={items} locale={locale} oneDay />
          )}
          <Pagination path={archivePath(locale, year, month, day)} page={page} hasNext={hasNext} />
          {day !== undefined && <DaySteps calendar={calendar} day={day} locale={locale} />}
        </div>
        <div className={styles.side}>
          <MonthCalendar year={year} month={month} days={days} current={day} />
          {day !== undefined && (
            <p className={styles.month}>
              <a href={archivePath(locale, year, month)}>
                {t('wholeMonth', { month: monthName(month, locale), year: String(year) })}
              </a>
            </p>
          )}
          <MonthLinks calendar={calendar} locale={locale} current={day === undefined ? month : undefined} />
          <YearLinks calendar={calendar} locale={locale} />
        </div>
      </div>
    </>
  )
}

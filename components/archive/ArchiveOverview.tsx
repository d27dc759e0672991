import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import { ListHeader } from '#components/lists/ListHeader.tsx'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { ArchiveView } from '#db/shapes.ts'
import { formatWeekdayAndDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './Archive.module.css'
import { MonthCalendar } from './MonthCalendar.tsx'
import { MonthLinks } from './MonthLinks.tsx'
import { noonOf } from './noon-of.ts'
import { YearLinks } from './YearLinks.tsx'

type Props = {
  title: string
  view: Extract<ArchiveView, { kind: 'overview' }>
  locale: Locale
  /** The overview of one year rather than of all years. */
  isYear: boolean
}

/** Links to every month of a year, or of all years, and the headlines of its newest day. */
export function ArchiveOverview({ title, view, locale, isYear }: Props) {
  const t = useTranslations('archive')
  const { calendar, newestDay, headlines } = view
  const { year, month, days } = calendar
  const day = formatWeekdayAndDay(noonOf(year, month, newestDay), locale)
  const path = archivePath(locale, year, month, newestDay)
  return (
    <>
      <ListHeader title={title} description={isYear ? undefined : t('description')} />
      <div className={styles.grid}>
        <div className={styles.main}>
          <MonthLinks calendar={calendar} locale={locale} />
          <section aria-labelledby="newest-day">
            <BandHeading
              id="newest-day"
              title={t('dayTitle', { day })}
              more={headlines.hasNext ? { href: path, name: t('wholeDay') } : undefined}
            />
            <HeadlineList items={headlines.items} locale={locale} oneDay />
          </section>
        </div>
        <div className={styles.side}>
          <MonthCalendar year={year} month={month} days={days} />
          <YearLinks calendar={calendar} locale={locale} current={isYear ? year : undefined} />
        </div>
      </div>
    </>
  )
}

import { archivePath } from '#addresses/paths.ts'
import { BandHeading } from '#components/story/BandHeading.tsx'
import { HeadlineList } from '#components/story/HeadlineList.tsx'
import type { HeadlineItem } from '#db/shapes.ts'
import { dayParts, formatWeekdayInYear, isoDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './HeadlinesByDay.module.css'

type Props = { items: HeadlineItem[]; locale: Locale }

/** Headlines of several days, newest first, grouped under their day. */
export function HeadlinesByDay({ items, locale }: Props) {
  const days = new Map<string, HeadlineItem[]>()
  for (const item of items) {
    const day = isoDay(item.publishedAt)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return (
    <div className={styles.days}>
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <BandHeading title={dayLink(day, ofDay, locale)} thin />
          <HeadlineList items={ofDay} locale={locale} oneDay />
        </section>
      ))}
    </div>
  )
}

function dayLink(iso: string, [first]: HeadlineItem[], locale: Locale) {
  if (!first) return null
  const { year, month, day } = dayParts(first.publishedAt)
  return (
    <a href={archivePath(locale, year, month, day)}>
      <time dateTime={iso}>{formatWeekdayInYear(first.publishedAt, locale)}</time>
    </a>
  )
}

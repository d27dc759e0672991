import { useLocale, useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import { monthCells, weekdayNames } from '#i18n/calendar.ts'
import { formatDay } from '#i18n/dates.ts'
import { monthName } from '#i18n/months.ts'
import styles from './MonthCalendar.module.css'
import { noonOf } from './noon-of.ts'

type Props = {
  year: number
  month: number
  /** Days with articles; only they are links. */
  days: number[]
  current?: number
}

/** A month as a calendar; the week begins on the newsroom's first day. */
export function MonthCalendar({ year, month, days, current }: Props) {
  const t = useTranslations('archive')
  const locale = useLocale()
  const readable = new Set(days)
  return (
    <table className={styles.calendar}>
      <caption>{t('calendar', { month: monthName(month, locale), year: String(year) })}</caption>
      <thead>
        <tr>
          {weekdayNames(locale).map(({ long, short }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthCells(year, month).map(week => (
          <tr key={week.find(day => day !== null)}>
            {week.map((day, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven places, and empty ones have no name
              <td key={index}>
                {day !== null &&
                  (readable.has(day) ? (
                    <a
                      href={archivePath(locale, year, month, day)}
                      aria-current={day === current ? 'page' : undefined}
                      aria-label={t('withStories', {
                        day: formatDay(noonOf(year, month, day), locale),
                      })}
                    >
                      {day}
                    </a>
                  ) : (
                    <span>{day}</span>
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

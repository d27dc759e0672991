import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import type { ArchiveCalendar } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { monthName } from '#i18n/months.ts'
import { PeriodLinks } from './PeriodLinks.tsx'

type Props = { calendar: ArchiveCalendar; locale: Locale; current?: number }

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** The months of a year; only months with articles are links. */
export function MonthLinks({ calendar: { year, months }, locale, current }: Props) {
  const t = useTranslations('archive')
  return (
    <PeriodLinks
      label={t('months', { year: String(year) })}
      periods={MONTHS.map(month => ({
        name: monthName(month, locale),
        href: months.includes(month) ? archivePath(locale, year, month) : null,
        current: month === current,
      }))}
    />
  )
}

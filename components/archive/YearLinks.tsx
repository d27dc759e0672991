import { useTranslations } from 'next-intl'
import { archivePath } from '#addresses/paths.ts'
import type { ArchiveCalendar } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { PeriodLinks } from './PeriodLinks.tsx'

type Props = { calendar: ArchiveCalendar; locale: Locale; current?: number }

/** The years with articles. */
export function YearLinks({ calendar: { years }, locale, current }: Props) {
  const t = useTranslations('archive')
  return (
    <PeriodLinks
      label={t('years')}
      periods={years.map(year => ({
        name: String(year),
        href: archivePath(locale, year),
        current: year === current,
      }))}
    />
  )
}

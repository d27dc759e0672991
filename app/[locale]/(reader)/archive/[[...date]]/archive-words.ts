import { getTranslations } from 'next-intl/server'
import { archivePath } from '#addresses/paths.ts'
import { noonOf } from '#components/archive/noon-of.ts'
import { shortened } from '#components/page/opening-words.ts'
import type { ArchiveDate, ArchiveView } from '#db/shapes.ts'
import { formatWeekdayAndDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { monthName } from '#i18n/months.ts'

const DESCRIPTION_LENGTH = 160

/** Title of an archive page. */
export async function archiveTitle({ year, month, day }: ArchiveDate, locale: Locale): Promise<string> {
  const t = await getTranslations('archive')
  if (year === undefined) return t('title')
  if (month === undefined) return t('yearTitle', { year: String(year) })
  if (day === undefined) return t('monthTitle', { month: monthName(month, locale), year: String(year) })
  return t('dayTitle', { day: formatWeekdayAndDay(noonOf(year, month, day), locale) })
}

/** Description for search engines: the headlines of the period, because no two periods have the same. */
export async function archiveDescription({ month }: ArchiveDate, view: ArchiveView): Promise<string> {
  const t = await getTranslations('archive')
  if (view.kind === 'empty' || month === undefined) return t('description')
  const headlines = view.headlines.items.map(item => item.headline)
  return shortened(headlines.join(t('headlineSeparator')), DESCRIPTION_LENGTH)
}

/** Breadcrumbs from the archive's root down to the period that holds this one. */
export async function breadcrumbsTo({ year, month, day }: ArchiveDate, locale: Locale) {
  const t = await getTranslations('archive')
  const steps = []
  if (year !== undefined) steps.push({ name: t('title'), path: archivePath(locale) })
  if (year !== undefined && month !== undefined)
    steps.push({ name: String(year), path: archivePath(locale, year) })
  if (year !== undefined && month !== undefined && day !== undefined)
    steps.push({ name: monthName(month, locale), path: archivePath(locale, year, month) })
  return steps
}

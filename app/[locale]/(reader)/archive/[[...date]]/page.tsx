import { getTranslations } from 'next-intl/server'
import { ArchiveOverview } from '../../../../../components/archive/ArchiveOverview'
import { pageMetadata } from '../../../../../components/page/metadata'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { archiveDate, archiveView } from '../../../../../domain/archive/calendar'
import { tag } from '../../../../../domain/publishing/tags'
import { formatDay } from '../../../../../i18n/dates'
import type { Locale } from '../../../../../i18n/locales'
import { otherLocale } from '../../../../../i18n/locales'
import { monthName } from '../../../../../i18n/months'
import { archivePath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingPage } from '../../missing-page'
import { readLocale } from '../../params'
import { readerFrame } from '../../reader-frame'

type Props = { params: Promise<{ locale: string; date?: string[] }> }

type AskedDate = { year?: number; month?: number; day?: number }

async function read({ params }: Props): Promise<{ locale: Locale; date: AskedDate | null }> {
  const { locale: localeSegment, date } = await params
  const locale = readLocale(localeSegment)
  return { locale, date: date && date.length > 0 ? archiveDate(date) : {} }
}

async function titleOf({ year, month, day }: AskedDate, locale: Locale): Promise<string> {
  const t = await getTranslations('archive')
  if (year === undefined) return t('title')
  if (month === undefined) return t('yearTitle', { year: String(year) })
  if (day === undefined) return t('monthTitle', { month: monthName(month, locale), year: String(year) })
  return t('dayTitle', { day: formatDay(new Date(Date.UTC(year, month - 1, day, 12)), locale) })
}

export async function generateMetadata(props: Props) {
  const { locale, date } = await read(props)
  if (!date) return {}
  const t = await getTranslations('archive')
  const { year, month, day } = date
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: await titleOf(date, locale),
    description: t('description'),
    path: archivePath(locale, year, month, day),
    alternate: year === undefined ? { locale: other, path: archivePath(other) } : undefined,
  })
}

export default async function ArchiveRoute(props: Props) {
  const { locale, date } = await read(props)
  if (!date) return missingPage(locale)
  const { year, month, day } = date
  const [frame, view] = await Promise.all([readerFrame(locale), archiveView(locale, date)])
  const named = [year, month, day]
    .flatMap(part => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-')
  answer({
    tags: [named ? tag.archive(locale, named) : tag.latest(locale)],
    /* The calendar around a day, and the years beside it. */
    beside: [tag.archive(locale, named.slice(0, 7)), tag.latest(locale)],
    shows: view?.headlines,
  })
  if (!view) return missingPage(locale, frame)
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{ href: archivePath(otherLocale(locale), year, month, day), exact: true }}
    >
      <ArchiveOverview title={await titleOf(date, locale)} view={view} locale={locale} />
    </ReaderPage>
  )
}

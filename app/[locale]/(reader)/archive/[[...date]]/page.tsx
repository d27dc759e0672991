import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ArchiveOverview } from '../../../../../components/archive/ArchiveOverview'
import { ArchivePeriod } from '../../../../../components/archive/ArchivePeriod'
import { noonOf } from '../../../../../components/archive/noon-of'
import { EmptyNote } from '../../../../../components/lists/EmptyNote'
import { ListHeader } from '../../../../../components/lists/ListHeader'
import { pageMetadata } from '../../../../../components/page/metadata'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import type { ArchiveDate } from '../../../../../db/shapes'
import { archiveView } from '../../../../../domain/archive/archive-view'
import { archiveDate } from '../../../../../domain/archive/calendar'
import { nearestPeriod } from '../../../../../domain/archive/nearest-period'
import { tag } from '../../../../../domain/publishing/tags'
import { formatWeekdayAndDay } from '../../../../../i18n/dates'
import { type Locale, otherLocale } from '../../../../../i18n/locales'
import { monthName } from '../../../../../i18n/months'
import { archivePath, pagedPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingMetadata } from '../../missing-metadata'
import { missingPage } from '../../missing-page'
import { readLocale, readPage } from '../../params'
import { readerFrame } from '../../reader-frame'

type Props = {
  params: Promise<{ locale: string; date?: string[] }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Asked for the head and for the page: one answer serves both. */
const find = cache(async (locale: Locale, path: string, page: number) => {
  const date = archiveDate(path === '' ? [] : path.split('/'))
  const view = date && (await archiveView(locale, date, page))
  return date && { date, view }
})

async function read({ params, searchParams }: Props) {
  const { locale: localeSegment, date: segments = [] } = await params
  const locale = readLocale(localeSegment)
  const page = readPage((await searchParams).page)
  const found = page === null ? null : await find(locale, segments.join('/'), page)
  /* Also where there is nothing yet: the next publication may bring it. */
  if (found) answer(answerOf(found.date, locale))
  return { locale, date: found?.date ?? {}, view: found?.view ?? null, page: page ?? 1 }
}

/* The calendar around a day, the years beside it and the other language's twin change with any publication. */
function answerOf(date: ArchiveDate, locale: Locale) {
  const beside = [tag.latest(locale), tag.latest(otherLocale(locale))]
  if (date.year === undefined) return { tags: [tag.latest(locale)], beside }
  const named = nameOf(date)
  return { tags: [tag.archive(locale, named)], beside: [...beside, tag.archive(locale, named.slice(0, 7))] }
}

function nameOf({ year, month, day }: ArchiveDate): string {
  return [year, month, day]
    .flatMap(part => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-')
}

/* The same period of the other language, or the nearest one that holds something. */
const twinOf = cache(async (locale: Locale, year?: number, month?: number, day?: number) => {
  const other = otherLocale(locale)
  const asked = { year, month, day }
  const there = await nearestPeriod(other, asked)
  return {
    href: archivePath(other, there.year, there.month, there.day),
    exact: nameOf(there) === nameOf(asked),
  }
})

async function titleOf({ year, month, day }: ArchiveDate, locale: Locale): Promise<string> {
  const t = await getTranslations('archive')
  if (year === undefined) return t('title')
  if (month === undefined) return t('yearTitle', { year: String(year) })
  if (day === undefined) return t('monthTitle', { month: monthName(month, locale), year: String(year) })
  return t('dayTitle', { day: formatWeekdayAndDay(noonOf(year, month, day), locale) })
}

export async function generateMetadata(props: Props) {
  const { locale, date, view, page } = await read(props)
  if (!view) return missingMetadata(locale)
  const { year, month, day } = date
  const [t, twin] = await Promise.all([getTranslations('archive'), twinOf(locale, year, month, day)])
  return pageMetadata({
    locale,
    title: await titleOf(date, locale),
    description: t('description'),
    path: pagedPath(archivePath(locale, year, month, day), page),
    alternate: twin.exact && page === 1 ? { locale: otherLocale(locale), path: twin.href } : undefined,
    page,
  })
}

export default async function ArchiveRoute(props: Props) {
  const { locale, date, view } = await read(props)
  if (!view) return missingPage(locale)
  const { year, month, day } = date
  const [frame, title, languageSwitch, t] = await Promise.all([
    readerFrame(locale),
    titleOf(date, locale),
    twinOf(locale, year, month, day),
    getTranslations('archive'),
  ])
  if (view.kind !== 'empty') answer({ shows: view.headlines.items })
  return (
    <ReaderPage frame={frame} compact languageSwitch={languageSwitch}>
      {view.kind === 'empty' && (
        <>
          <ListHeader title={title} />
          <EmptyNote>{t('empty')}</EmptyNote>
        </>
      )}
      {view.kind === 'overview' && (
        <ArchiveOverview title={title} view={view} locale={locale} isYear={year !== undefined} />
      )}
      {view.kind === 'period' && <ArchivePeriod title={title} view={view} locale={locale} />}
    </ReaderPage>
  )
}

import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { archivePath, pagedPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { answerForToday, readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale, readPage } from '#app/[locale]/params.ts'
import { ArchiveOverview } from '#components/archive/ArchiveOverview.tsx'
import { ArchivePeriod } from '#components/archive/ArchivePeriod.tsx'
import { EmptyNote } from '#components/lists/EmptyNote.tsx'
import { ListHeader } from '#components/lists/ListHeader.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import type { ArchiveDate } from '#db/shapes.ts'
import { archiveView } from '#domain/discovery/archive/archive-view.ts'
import { archiveDate } from '#domain/discovery/archive/calendar.ts'
import { nearestPeriod } from '#domain/discovery/archive/nearest-period.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'
import { archiveDescription, archiveTitle, breadcrumbsTo } from './archive-words.ts'

type Props = {
  params: Promise<{ locale: string; date?: string[] }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Metadata and page both ask; React's cache answers both with one query. */
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
  /* An empty period is tagged too: the next publication may fill it. */
  if (found) answer(answerOf(found.date, locale))
  answerForToday()
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

/* The same period in the other language, or the nearest one with articles. */
const twinOf = cache(async (locale: Locale, year?: number, month?: number, day?: number) => {
  const other = otherLocale(locale)
  const period = { year, month, day }
  const there = await nearestPeriod(other, period)
  return {
    href: archivePath(other, there.year, there.month, there.day),
    exact: nameOf(there) === nameOf(period),
  }
})

export async function generateMetadata(props: Props) {
  const { locale, date, view, page } = await read(props)
  if (!view) return missingMetadata(locale)
  const { year, month, day } = date
  const twin = await twinOf(locale, year, month, day)
  return listMetadata({
    locale,
    title: await archiveTitle(date, locale),
    description: await archiveDescription(date, view),
    path: pagedPath(archivePath(locale, year, month, day), page),
    alternate: twin.exact && page === 1 ? { locale: otherLocale(locale), path: twin.href } : undefined,
    page,
  })
}

export default async function ArchiveRoute(props: Props) {
  const { locale, date, view } = await read(props)
  if (!view) return missingPage(locale)
  const { year, month, day } = date
  const [frame, title, breadcrumbs, languageSwitch, t] = await Promise.all([
    readerFrame(locale),
    archiveTitle(date, locale),
    breadcrumbsTo(date, locale),
    twinOf(locale, year, month, day),
    getTranslations('archive'),
  ])
  const stories = view.kind === 'empty' ? undefined : view.headlines
  answer({ shows: stories?.items })
  const about = { name: title, path: archivePath(locale, year, month, day), breadcrumbs, stories }
  return (
    <ReaderPage frame={frame} compact languageSwitch={languageSwitch}>
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
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

import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { latestPath, pagedPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale, readPage } from '#app/[locale]/params.ts'
import { StoryList } from '#components/lists/StoryList.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { latestPage } from '#db/queries/headlines.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ page?: string | string[] }> }

/* Metadata and page both ask; React's cache answers both with one query. */
const find = cache(latestPage)

/* A page number beyond the last is missing; the first page exists even when nothing has been published. */
async function read({ params, searchParams }: Props) {
  const locale = readLocale((await params).locale)
  const page = readPage((await searchParams).page)
  const stories = page === null ? null : await find(locale, page)
  /* A page beyond the last is tagged too: the next publication may create it. */
  answer({ tags: [tag.latest(locale)], shows: stories?.items })
  return { locale, stories: stories && (stories.items.length > 0 || page === 1) ? stories : null }
}

export async function generateMetadata(props: Props) {
  const { locale, stories } = await read(props)
  if (!stories) return missingMetadata(locale)
  const { page } = stories
  const t = await getTranslations('latest')
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: t('title'),
    description: t('description'),
    path: pagedPath(latestPath(locale), page),
    alternate: page === 1 ? { locale: other, path: latestPath(other) } : undefined,
    page,
  })
}

export default async function LatestRoute(props: Props) {
  const { locale, stories } = await read(props)
  if (!stories) return missingPage(locale)
  const [frame, t] = await Promise.all([readerFrame(locale), getTranslations('latest')])
  const about = { name: t('title'), description: t('description'), path: latestPath(locale), stories }
  return (
    <ReaderPage frame={frame} compact languageSwitch={{ href: latestPath(otherLocale(locale)), exact: true }}>
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <StoryList
        title={t('title')}
        description={t('description')}
        empty={t('empty')}
        stories={stories}
        path={latestPath(locale)}
        locale={locale}
      />
    </ReaderPage>
  )
}

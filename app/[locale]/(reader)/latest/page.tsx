import { getTranslations } from 'next-intl/server'
import { StoryList } from '../../../../components/lists/StoryList'
import { pageMetadata } from '../../../../components/page/metadata'
import { ReaderPage } from '../../../../components/page/ReaderPage'
import { latestPage } from '../../../../db/queries/headlines'
import { tag } from '../../../../domain/publishing/tags'
import { otherLocale } from '../../../../i18n/locales'
import { latestPath, pagedPath } from '../../../../i18n/paths'
import { answer } from '../../../../request/answer'
import { missingPage } from '../missing-page'
import { readLocale, readPage } from '../params'
import { readerFrame } from '../reader-frame'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata({ params, searchParams }: Props) {
  const locale = readLocale((await params).locale)
  const page = readPage((await searchParams).page) ?? 1
  const t = await getTranslations('latest')
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('description'),
    path: pagedPath(latestPath(locale), page),
    alternate: page === 1 ? { locale: other, path: latestPath(other) } : undefined,
    page,
  })
}

export default async function LatestRoute({ params, searchParams }: Props) {
  const locale = readLocale((await params).locale)
  const page = readPage((await searchParams).page)
  if (page === null) return missingPage(locale)
  const [frame, stories, t] = await Promise.all([
    readerFrame(locale),
    latestPage(locale, page),
    getTranslations('latest'),
  ])
  answer({ tags: [tag.latest(locale)], shows: stories.items })
  if (stories.items.length === 0 && page > 1) return missingPage(locale, frame)
  return (
    <ReaderPage frame={frame} compact languageSwitch={{ href: latestPath(otherLocale(locale)), exact: true }}>
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

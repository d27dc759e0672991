import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { StoryList } from '../../../../../components/lists/StoryList'
import { pageMetadata } from '../../../../../components/page/metadata'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { siteFrame } from '../../../../../db/queries/frame'
import { topicPage } from '../../../../../db/queries/topics'
import { tag } from '../../../../../domain/publishing/tags'
import { otherLocale } from '../../../../../i18n/locales'
import { pagedPath, topicPath, topicsPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingPage } from '../../missing-page'
import { readLocale, readPage, readSegment } from '../../params'

type Props = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Asked for the head and for the page: one answer serves both. */
const find = cache(topicPage)

async function read({ params, searchParams }: Props) {
  const { locale: localeSegment, slug } = await params
  const locale = readLocale(localeSegment)
  const page = readPage((await searchParams).page)
  const found = page === null ? null : await find(locale, readSegment(slug), page)
  return {
    locale,
    found: found && (found.stories.items.length > 0 || found.stories.page === 1) ? found : null,
  }
}

export async function generateMetadata(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return {}
  const { topic, stories, otherSlug } = found
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: topic.name,
    description: topic.description,
    path: pagedPath(topicPath(locale, topic.slug), stories.page),
    alternate:
      otherSlug && stories.page === 1 ? { locale: other, path: topicPath(other, otherSlug) } : undefined,
    page: stories.page,
  })
}

export default async function TopicRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { topic, stories, otherSlug } = found
  const [frame, t] = await Promise.all([siteFrame(locale), getTranslations('topics')])
  answer({ tags: [tag.frame(locale), tag.topic(topic.id)] })
  const other = otherLocale(locale)
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{
        href: otherSlug ? topicPath(other, otherSlug) : topicsPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StoryList
        label={t('label')}
        title={topic.name}
        description={topic.description}
        empty={t('emptyTopic')}
        stories={stories}
        path={topicPath(locale, topic.slug)}
        locale={locale}
        more={{ href: topicsPath(locale), name: t('all') }}
      />
    </ReaderPage>
  )
}

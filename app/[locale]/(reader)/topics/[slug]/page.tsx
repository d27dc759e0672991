import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FeedLinks } from '../../../../../components/feed/FeedLinks'
import { FollowLink } from '../../../../../components/feed/FollowLink'
import { StoryList } from '../../../../../components/lists/StoryList'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { listGraph } from '../../../../../components/structured-data/list-graphs'
import { StructuredData } from '../../../../../components/structured-data/StructuredData'
import { topicPage } from '../../../../../db/queries/topics'
import { tag } from '../../../../../domain/publishing/tags'
import { otherLocale } from '../../../../../i18n/locales'
import { topicPath, topicsPath } from '../../../../../i18n/paths'
import { settings } from '../../../../../request/settings'
import { listMetadata } from '../../list-metadata'
import { missingMetadata } from '../../missing-metadata'
import { missingPage } from '../../missing-page'
import { listAddresses, type PagedListProps, readPagedList } from '../../paged-list'
import { readerFrame } from '../../reader-frame'

/* Asked for the head and for the page: one answer serves both. */
const find = cache(topicPage)

function read(props: PagedListProps) {
  return readPagedList(props, find, ({ topic }) => tag.topic(topic.id))
}

export async function generateMetadata(props: PagedListProps) {
  const { locale, found } = await read(props)
  if (!found) return missingMetadata(locale)
  const { topic } = found
  const t = await getTranslations('topics')
  return listMetadata({
    locale,
    title: topic.name,
    description: topic.description || t('about', { topic: topic.name }),
    ...listAddresses(found, locale, topic.slug, topicPath),
  })
}

export default async function TopicRoute(props: PagedListProps) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { topic, stories, otherSlug } = found
  const [frame, t] = await Promise.all([readerFrame(locale), getTranslations('topics')])
  const other = otherLocale(locale)
  const path = topicPath(locale, topic.slug)
  const way = [{ name: t('title'), path: topicsPath(locale) }]
  const about = { name: topic.name, description: topic.description, path, way, stories }
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{
        href: otherSlug ? topicPath(other, otherSlug) : topicsPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <FeedLinks title={topic.name} path={path} />
      <StoryList
        label={t('label')}
        title={topic.name}
        description={topic.description}
        empty={t('emptyTopic')}
        stories={stories}
        path={path}
        locale={locale}
        more={{ href: topicsPath(locale), name: t('all') }}
      />
      <FollowLink path={path} />
    </ReaderPage>
  )
}

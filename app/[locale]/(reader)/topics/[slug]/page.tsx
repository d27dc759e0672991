import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { topicPath, topicsPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { listAddresses, type PagedListProps, readPagedList } from '#app/[locale]/(reader)/paged-list.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { FeedLinks } from '#components/feed/FeedLinks.tsx'
import { FollowLink } from '#components/feed/FollowLink.tsx'
import { StoryList } from '#components/lists/StoryList.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { topicPage } from '#db/queries/topics.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

/* Metadata and page both ask; React's cache answers both with one query. */
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
  const breadcrumbs = [{ name: t('title'), path: topicsPath(locale) }]
  const about = { name: topic.name, description: topic.description, path, breadcrumbs, stories }
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

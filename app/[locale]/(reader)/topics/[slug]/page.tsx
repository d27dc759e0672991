import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { StoryList } from '../../../../../components/lists/StoryList'
import { pageMetadata } from '../../../../../components/page/metadata'
import { ReaderPage } from '../../../../../components/page/ReaderPage'
import { siteFrame } from '../../../../../db/queries/frame'
import { topicPage } from '../../../../../db/queries/topics'
import { tag } from '../../../../../domain/publishing/tags'
import { otherLocale } from '../../../../../i18n/locales'
import { topicPath, topicsPath } from '../../../../../i18n/paths'
import { answer } from '../../../../../request/answer'
import { missingPage } from '../../missing-page'
import { listAddresses, type PagedListProps, readPagedList } from '../../paged-list'

/* Asked for the head and for the page: one answer serves both. */
const find = cache(topicPage)

export async function generateMetadata(props: PagedListProps) {
  const { locale, found } = await readPagedList(props, find)
  if (!found) return {}
  const { topic } = found
  return pageMetadata({
    locale,
    title: topic.name,
    description: topic.description,
    ...listAddresses(found, locale, topic.slug, topicPath),
  })
}

export default async function TopicRoute(props: PagedListProps) {
  const { locale, found } = await readPagedList(props, find)
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

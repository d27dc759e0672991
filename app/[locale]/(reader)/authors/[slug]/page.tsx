import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { authorPath, authorsPath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { listAddresses, type PagedListProps, readPagedList } from '#app/[locale]/(reader)/paged-list.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { FeedLinks } from '#components/feed/FeedLinks.tsx'
import { FollowLink } from '#components/feed/FollowLink.tsx'
import { AuthorHeader } from '#components/lists/AuthorHeader.tsx'
import { StoryList } from '#components/lists/StoryList.tsx'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { authorGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { authorPage } from '#db/queries/authors.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

/* Metadata and page both ask; React's cache answers both with one query. */
const find = cache(authorPage)

function read(props: PagedListProps) {
  return readPagedList(props, find, ({ author }) => tag.author(author.id))
}

export async function generateMetadata(props: PagedListProps) {
  const { locale, found } = await read(props)
  if (!found) return missingMetadata(locale)
  const { author } = found
  const t = await getTranslations('authors')
  const metadata = await listMetadata({
    locale,
    title: author.name,
    description: author.bio || author.role || t('stories', { name: author.name }),
    ...listAddresses(found, locale, author.slug, authorPath),
  })
  return { ...metadata, openGraph: { ...metadata.openGraph, type: 'profile' as const } }
}

export default async function AuthorRoute(props: PagedListProps) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { author, stories, otherSlug } = found
  const [frame, t] = await Promise.all([readerFrame(locale), getTranslations('authors')])
  const other = otherLocale(locale)
  const context = { frame, siteUrl: settings().siteUrl }
  const path = authorPath(locale, author.slug)
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{
        href: otherSlug ? authorPath(other, otherSlug) : authorsPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StructuredData graph={authorGraph(author, stories.page, t('title'), context)} />
      <FeedLinks title={author.name} path={path} />
      <StoryList
        header={<AuthorHeader author={author} />}
        empty={t('none')}
        stories={stories}
        path={path}
        locale={locale}
        more={{ href: authorsPath(locale), name: t('all') }}
      />
      <FollowLink path={path} />
    </ReaderPage>
  )
}

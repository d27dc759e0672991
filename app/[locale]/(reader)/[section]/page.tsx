import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { frontPath, sectionPath } from '#addresses/paths.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { listAddresses, readPagedList } from '#app/[locale]/(reader)/paged-list.ts'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { sharePicture } from '#app/[locale]/(reader)/share-picture.ts'
import { FeedLinks } from '#components/feed/FeedLinks.tsx'
import { FollowLink } from '#components/feed/FollowLink.tsx'
import { OpinionFront } from '#components/lists/OpinionFront.tsx'
import { SectionFront } from '#components/lists/SectionFront.tsx'
import { pageMetadata } from '#components/page/metadata.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { listGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { sectionPage } from '#db/queries/sections.ts'
import { sectionCard } from '#domain/distribution/share-images/share-card.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

type Props = {
  params: Promise<{ locale: string; section: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Metadata and page both ask; React's cache answers both with one query. */
const find = cache(sectionPage)

function read({ params, searchParams }: Props) {
  return readPagedList(
    { params: params.then(({ locale, section }) => ({ locale, slug: section })), searchParams },
    find,
    ({ section }) => tag.section(section.id),
  )
}

export async function generateMetadata(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingMetadata(locale)
  const { section } = found
  const [frame, t] = await Promise.all([readerFrame(locale), getTranslations('section')])
  return pageMetadata({
    locale,
    title: section.name,
    description: section.description || t('about', { section: section.name, site: frame.site.name }),
    share: sharePicture(sectionCard(section, frame)),
    ...listAddresses(found, locale, section.slug, sectionPath),
  })
}

export default async function SectionRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { section, stories, otherSlug } = found
  const frame = await readerFrame(locale)
  const other = otherLocale(locale)
  const List = section.glaze === 'opinion' ? OpinionFront : SectionFront
  const path = sectionPath(locale, section.slug)
  const about = { name: section.name, description: section.description, path, stories }
  return (
    <ReaderPage
      frame={frame}
      compact
      current={{ sectionKey: section.key }}
      languageSwitch={{
        href: otherSlug ? sectionPath(other, otherSlug) : frontPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StructuredData graph={listGraph(about, { frame, siteUrl: settings().siteUrl })} />
      <FeedLinks title={section.name} path={path} />
      <List section={section} stories={stories} locale={locale} />
      <FollowLink path={path} />
    </ReaderPage>
  )
}

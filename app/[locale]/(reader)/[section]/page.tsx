import { cache } from 'react'
import { FeedLinks } from '../../../../components/feed/FeedLinks'
import { FollowLink } from '../../../../components/feed/FollowLink'
import { SectionFront } from '../../../../components/lists/SectionFront'
import { pageMetadata } from '../../../../components/page/metadata'
import { ReaderPage } from '../../../../components/page/ReaderPage'
import { sectionPage } from '../../../../db/queries/sections'
import { tag } from '../../../../domain/publishing/tags'
import { otherLocale } from '../../../../i18n/locales'
import { frontPath, sectionPath } from '../../../../i18n/paths'
import { settings } from '../../../../request/settings'
import { missingMetadata } from '../missing-metadata'
import { missingPage } from '../missing-page'
import { listAddresses, readPagedList } from '../paged-list'
import { readerFrame } from '../reader-frame'

type Props = {
  params: Promise<{ locale: string; section: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Asked for the head and for the page: one answer serves both. */
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
  return pageMetadata({
    locale,
    title: section.name,
    description: section.description,
    ...listAddresses(found, locale, section.slug, sectionPath),
  })
}

export default async function SectionRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { section, stories, otherSlug } = found
  const frame = await readerFrame(locale)
  const other = otherLocale(locale)
  const path = sectionPath(locale, section.slug)
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
      <FeedLinks locale={locale} title={section.name} path={path} siteUrl={settings().siteUrl} />
      <SectionFront section={section} stories={stories} locale={locale} />
      <FollowLink path={path} />
    </ReaderPage>
  )
}

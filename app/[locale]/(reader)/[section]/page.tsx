import { cache } from 'react'
import { SectionFront } from '../../../../components/lists/SectionFront'
import { pageMetadata } from '../../../../components/page/metadata'
import { ReaderPage } from '../../../../components/page/ReaderPage'
import { siteFrame } from '../../../../db/queries/frame'
import { sectionPage } from '../../../../db/queries/sections'
import { tag } from '../../../../domain/publishing/tags'
import { otherLocale } from '../../../../i18n/locales'
import { frontPath, pagedPath, sectionPath } from '../../../../i18n/paths'
import { answer } from '../../../../request/answer'
import { missingPage } from '../missing-page'
import { readLocale, readPage, readSegment } from '../params'

type Props = {
  params: Promise<{ locale: string; section: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/* Asked for the head and for the page: one answer serves both. */
const find = cache(sectionPage)

async function read({ params, searchParams }: Props) {
  const { locale: localeSegment, section } = await params
  const locale = readLocale(localeSegment)
  const page = readPage((await searchParams).page)
  const found = page === null ? null : await find(locale, readSegment(section), page)
  /* Behind the last page there is nothing; the first one of an empty section is a page all the same. */
  return {
    locale,
    found: found && (found.stories.items.length > 0 || found.stories.page === 1) ? found : null,
  }
}

export async function generateMetadata(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return {}
  const { section, stories, otherSlug } = found
  const other = otherLocale(locale)
  return pageMetadata({
    locale,
    title: section.name,
    description: section.description,
    path: pagedPath(sectionPath(locale, section.slug), stories.page),
    alternate:
      otherSlug && stories.page === 1 ? { locale: other, path: sectionPath(other, otherSlug) } : undefined,
    page: stories.page,
  })
}

export default async function SectionRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const { section, stories, otherSlug } = found
  const frame = await siteFrame(locale)
  answer({ tags: [tag.frame(locale), tag.section(section.id)] })
  const other = otherLocale(locale)
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
      <SectionFront section={section} stories={stories} locale={locale} />
    </ReaderPage>
  )
}

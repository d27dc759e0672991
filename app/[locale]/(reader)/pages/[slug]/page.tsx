import { cache } from 'react'
import { frontPath, standingPagePath } from '#addresses/paths.ts'
import { listMetadata } from '#app/[locale]/(reader)/list-metadata.ts'
import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { readerFrame } from '#app/[locale]/(reader)/reader-frame.ts'
import { readLocale, readSegment } from '#app/[locale]/params.ts'
import { frameOrigins } from '#body/player-address.ts'
import { openingWords } from '#components/page/opening-words.ts'
import { ReaderPage } from '#components/page/ReaderPage.tsx'
import { StandingPageText } from '#components/standing-page/StandingPageText.tsx'
import { standingPageGraph } from '#components/structured-data/list-graphs.ts'
import { StructuredData } from '#components/structured-data/StructuredData.tsx'
import { standingPage } from '#db/queries/pages.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { otherLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { extraBlocksStyleFile } from '#request/enhance-files.ts'
import { settings } from '#settings/settings.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/* Metadata and page both ask; React's cache answers both with one query. */
const find = cache(standingPage)

async function read({ params }: Props) {
  const { locale: localeSegment, slug } = await params
  const locale = readLocale(localeSegment)
  return { locale, found: await find(locale, readSegment(slug)) }
}

export async function generateMetadata(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingMetadata(locale)
  const other = otherLocale(locale)
  return listMetadata({
    locale,
    title: found.title,
    description: openingWords(found.body),
    path: standingPagePath(locale, found.slug),
    alternate: found.otherSlug
      ? { locale: other, path: standingPagePath(other, found.otherSlug) }
      : undefined,
  })
}

export default async function StandingPageRoute(props: Props) {
  const { locale, found } = await read(props)
  if (!found) return missingPage(locale)
  const frame = await readerFrame(locale)
  answer({ tags: [tag.page(found.key)], frames: frameOrigins(found.body) })
  const other = otherLocale(locale)
  const { otherSlug } = found
  return (
    <ReaderPage
      frame={frame}
      compact
      languageSwitch={{
        href: otherSlug ? standingPagePath(other, otherSlug) : frontPath(other),
        exact: otherSlug !== null,
      }}
    >
      <StructuredData graph={standingPageGraph(found, { frame, siteUrl: settings().siteUrl })} />
      <StandingPageText
        page={found}
        others={frame.pages.filter(page => page.key !== found.key)}
        locale={locale}
        siteName={frame.site.name}
        extraStyle={extraBlocksStyleFile()}
      />
    </ReaderPage>
  )
}

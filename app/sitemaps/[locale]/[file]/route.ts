import { siteFrame } from '#db/queries/frame.ts'
import { sitemapContent } from '#domain/distribution/sitemaps/sitemap-files.ts'
import { parseSitemapFile, type SitemapName } from '#domain/distribution/sitemaps/sitemap-name.ts'
import { urlSet } from '#domain/distribution/sitemaps/sitemap-url.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; file: string }> }

/** One sitemap of a language. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, file } = await params
  const name = parseSitemapFile(file)
  if (!isLocale(locale) || !name) return missing()
  answer({ tags: tagsOf(locale, name) })
  const { siteUrl } = settings()
  const { site } = await siteFrame(locale)
  const content = await sitemapContent(locale, name, { siteUrl, siteName: site.name, now: new Date() })
  if (!content) return missing()
  answer({ until: content.until, shows: content.storyIds.map(storyId => ({ storyId })) })
  return new Response(urlSet(content.urls), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}

/* Every address contains a section's slug; changing one changes the frame's tag. */
function tagsOf(locale: Locale, name: SitemapName): string[] {
  const frame = tag.frame(locale)
  if (name.kind !== 'month') return [tag.latest(locale), frame]
  const { year, month } = name
  return [tag.archive(locale, `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`), frame]
}

/* The edge replaces this answer with the readers' 404 page. */
function missing(): Response {
  return new Response(null, { status: 404 })
}

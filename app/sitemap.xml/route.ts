import { sitemapList } from '#domain/distribution/sitemaps/sitemap-list.ts'
import { sitemapIndex } from '#domain/distribution/sitemaps/sitemap-url.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'

export const dynamic = 'force-dynamic'

/** The sitemap index. */
export async function GET(): Promise<Response> {
  answer({ tags: localeList.flatMap(locale => [tag.latest(locale), tag.frame(locale)]) })
  const xml = sitemapIndex(await sitemapList(settings().siteUrl))
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}

import { robotsTxt } from '#domain/distribution/crawlers/robots-txt.ts'
import { settings } from '#settings/settings.ts'

export const dynamic = 'force-dynamic'

/** Rules for crawlers. */
export function GET(): Response {
  const { siteUrl, aiCrawlers } = settings()
  return new Response(robotsTxt(siteUrl, aiCrawlers), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

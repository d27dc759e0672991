import { siteFrame } from '../../../db/queries/frame'
import { tag } from '../../../domain/publishing/tags'
import { answer } from '../../../request/answer'
import { readLocale } from '../(reader)/params'
import { webManifest } from './web-manifest'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string }> }

/** The web app manifest of a language. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const locale = readLocale((await params).locale)
  answer({ tags: [tag.frame(locale)] })
  const manifest = webManifest(await siteFrame(locale))
  return new Response(`${JSON.stringify(manifest)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  })
}

import { readLocale } from '#app/[locale]/params.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { answer } from '#request/answer.ts'
import { webManifest } from './web-manifest.ts'

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

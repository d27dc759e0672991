import { siteFrame } from '#db/queries/frame.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { defaultLocale } from '#i18n/locales.ts'
import { answer } from '#request/answer.ts'
import { settings } from '#settings/settings.ts'
import { securityTxt } from './security-txt.ts'

export const dynamic = 'force-dynamic'

/** The file that says where to report a weakness of the site (RFC 9116). */
export async function GET(): Promise<Response> {
  const { siteUrl, securityContact } = settings()
  const { site } = await siteFrame(defaultLocale)
  answer({ tags: [tag.frame(defaultLocale)] })
  const contact = { setting: securityContact, email: site.contact.email }
  const found = securityTxt(siteUrl, contact, new Date())
  if (!found) return new Response(null, { status: 404 })
  answer({ until: found.until })
  return new Response(found.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

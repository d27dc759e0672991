import { newsletterPath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import { type NewsletterRequest, openRequestOf } from '#db/queries/newsletter/requests.ts'
import { subscriberOf } from '#db/queries/newsletter/subscribers.ts'
import { suppressionsAmong } from '#db/queries/newsletter/suppressions.ts'
import { messageId, returnPath } from '#domain/distribution/newsletter/bounces/mail-token.ts'
import { bothFrames, mailSite } from '#domain/distribution/newsletter/editions/compose-text.ts'
import {
  madeKeys,
  type NewsletterKeys,
  signingKey,
  suppressionHashes,
} from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { confirmMail } from '#domain/distribution/newsletter/mail/confirm-mail.ts'
import { compileMail, fillMail } from '#domain/distribution/newsletter/mail/mail-template.ts'
import { manageMail } from '#domain/distribution/newsletter/mail/manage-mail.ts'
import { domainOf, mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Message } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { settings } from '#settings/settings.ts'

/** The wish of somebody, and the consent that they gave with it. */
type Wish = Pick<NewsletterRequest, 'newsletters' | 'language' | 'form' | 'wording'>

/** The mail that a request turns into: its kind and, for a link to one's own choices, whose they are. */
export type RequestedMail = { kind: 'confirm'; wanted: Wish } | { kind: 'manage'; subscriberId: number }

/**
 * Decides about a request: who asks for a link without being subscribed gets the confirmation that was never used, or
 * nothing; who complained about our mails gets nothing at all.
 */
export async function decideRequest(request: NewsletterRequest): Promise<RequestedMail | null> {
  const db = reader()
  const { addressKey, kind, newsletters, language, form, wording } = request
  /* A complaint may stand under the key of another newsroom, whose list was imported. */
  const kept = await suppressionsAmong(db, suppressionHashes(await madeKeys(db), addressKey))
  if ([...kept.values()].some(({ reason }) => reason === 'complained')) return null
  if (kind === 'confirm') return { kind, wanted: { newsletters, language, form, wording } }
  const subscriber = await subscriberOf(db, addressKey)
  if (subscriber) return { kind: 'manage', subscriberId: subscriber.id }
  const open = await openRequestOf(db, addressKey)
  return open && { kind: 'confirm', wanted: open }
}

/** The message for a request, with its link. */
export async function requestedMessage(
  { id, locale, address }: NewsletterRequest,
  { mail, token, now }: { mail: RequestedMail; token: string; now: Date },
): Promise<Message> {
  const { siteUrl, mailBounceDomain, ...config } = settings()
  const [all, frames, keys] = await Promise.all([
    newsletterSettings(reader()),
    bothFrames(),
    madeKeys(reader()),
  ])
  const site = mailSite(all, frames, locale)
  const url = `${siteUrl}${newsletterPath(locale, `${mail.kind}/${token}`)}`
  const content =
    mail.kind === 'manage'
      ? manageMail({ locale, site, url })
      : confirmMail({
          ...{ locale, site, url },
          choice: {
            titles: mail.wanted.newsletters.map(name => all.newsletters[name].titles[locale]),
            language: mail.wanted.language,
          },
        })
  const sender = mailSender(all, { ...config, siteUrl }, { locale, siteName: frames[locale].site.name })
  const template = await compileMail(content, {
    ...{ locale, from: sender, replyTo: sender.replyTo, date: now },
    more: [['Auto-Submitted', 'auto-generated']],
  })
  const ids = mailIds(id, { keys, domain: domainOf(sender.address), bounceDomain: mailBounceDomain })
  return {
    from: ids.returnPath ?? sender.address,
    to: address,
    raw: fillMail(template, { to: address, messageId: ids.messageId, values: {} }),
  }
}

/* Edition 0 is none: the number after it is the request's, whose mail may come back as well. */
function mailIds(
  id: number,
  { keys, domain, bounceDomain }: { keys: NewsletterKeys; domain: string; bounceDomain: string | null },
) {
  const { key } = signingKey(keys)
  const delivery = { edition: 0, subscriber: id }
  return {
    messageId: messageId(delivery, { key, domain }),
    returnPath: bounceDomain === null ? null : returnPath(delivery, { key, domain: bounceDomain }),
  }
}

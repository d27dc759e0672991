import { newsletterPath } from '#addresses/paths.ts'
import { reader } from '#db/open.ts'
import type { ClaimedDelivery } from '#db/queries/newsletter/claims.ts'
import type { Edition, EditionText } from '#db/queries/newsletter/editions.ts'
import { messageId, returnPath } from '#domain/distribution/newsletter/bounces/mail-token.ts'
import { bothFrames } from '#domain/distribution/newsletter/editions/compose-text.ts'
import { leaveToken } from '#domain/distribution/newsletter/keys/leave-token.ts'
import { keyOfEdition, madeKeys } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import { compileMail, fillMail } from '#domain/distribution/newsletter/mail/mail-template.ts'
import { domainOf, mailSender } from '#domain/distribution/newsletter/mail-sender.ts'
import { newsletterSettings } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Message } from '#domain/distribution/newsletter/transport/mail-transport.ts'
import { formatDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { settings } from '#settings/settings.ts'

/** An edition in one language, composed once; `to` fills in what is one reader's own. */
export type EditionMail = { to: (delivery: Reader) => Message }

type Reader = Pick<ClaimedDelivery, 'subscriberId' | 'address' | 'addressKey' | 'confirmedAt'>

/** The mails of an edition, by language. */
export async function editionMails(
  edition: Pick<Edition, 'id' | 'newsletter' | 'madeAt'>,
  texts: readonly EditionText[],
): Promise<Map<Locale, EditionMail>> {
  const { siteUrl, mailBounceDomain, ...config } = settings()
  const [all, frames, keys] = await Promise.all([
    newsletterSettings(reader()),
    bothFrames(),
    madeKeys(reader()),
  ])
  const key = keyOfEdition(keys, edition.madeAt)
  const mails = new Map<Locale, EditionMail>()
  for (const { locale, ...content } of texts) {
    const siteName = frames[locale].site.name
    const sender = mailSender(all, { ...config, siteUrl }, { locale, siteName })
    const domain = domainOf(sender.address)
    const template = await compileMail(content, {
      ...{ locale, from: sender, replyTo: sender.replyTo, date: edition.madeAt },
      more: [
        ['List-Id', `<${edition.newsletter}.${locale}.${domain}>`],
        ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        ['Precedence', 'bulk'],
        ['Auto-Submitted', 'auto-generated'],
      ],
    })
    mails.set(locale, {
      to({ subscriberId, address, addressKey, confirmedAt }) {
        const delivery = { edition: edition.id, subscriber: subscriberId }
        const token = leaveToken({ id: subscriberId, addressKey }, key)
        const leaveUrl = `${siteUrl}${newsletterPath(locale, `leave/${token}`)}`
        const comesBackTo =
          mailBounceDomain === null ? null : returnPath(delivery, { key: key.key, domain: mailBounceDomain })
        /* The mailbox that the portal reads takes it; otherwise a person does. */
        const leaveBox = (config.mailImapUrl && comesBackTo) ?? sender.replyTo ?? sender.address
        const byMail = `mailto:${leaveBox}?subject=unsubscribe%20${token}`
        const raw = fillMail(template, {
          to: address,
          messageId: messageId(delivery, { key: key.key, domain }),
          values: {
            leaveUrl,
            changeUrl: `${siteUrl}${newsletterPath(locale, `change/${token}`)}`,
            confirmedOn: formatDay(confirmedAt, locale),
          },
          headers: [['List-Unsubscribe', `<${leaveUrl}>, <${byMail}>`]],
        })
        return { from: comesBackTo ?? sender.address, to: address, raw }
      },
    })
  }
  return mails
}

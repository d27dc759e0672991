import { insertRequest } from '#db/queries/newsletter/requests.ts'
import type { ConsentForm } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { LINK_MS } from '#domain/distribution/newsletter/keys/link-token.ts'
import type { MailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import type { NewsletterName } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { RateLimit } from '#domain/editorial/limits/rate-limit.ts'
import { takeAttemptIn } from '#domain/editorial/limits/take-attempt.ts'
import type { Locale } from '#i18n/locales.ts'

const MINUTE_MS = 60_000

/* An office or a village behind one address stays below it. */
const OF_A_CLIENT: RateLimit = { name: 'newsletter-client', most: 20, everyMs: 10 * MINUTE_MS }
/* Nobody can fill a stranger's mailbox by a form. */
const OF_AN_ADDRESS: RateLimit[] = [
  { name: 'newsletter-address', most: 3, everyMs: 60 * MINUTE_MS },
  { name: 'newsletter-address-day', most: 6, everyMs: 24 * 60 * MINUTE_MS },
]

export type AskedFor = {
  kind: 'confirm' | 'manage'
  address: MailAddress
  /** The language of the page, and so of the mail. */
  locale: Locale
  /** The language and the newsletters that were chosen; nothing for `manage`. */
  language: Locale
  newsletters: readonly NewsletterName[]
  form: ConsentForm
  /** The sentence that stood beside the button. */
  wording: string
  client: string
}

/**
 * Keeps the wish for a mail. Neither the answer nor the time that it takes depends on whether the address is known: who
 * may be written to is found when the mail is made. An address that was asked for too often gets nothing, silently,
 * because a refusal would tell that somebody had asked.
 * @returns how long the client must wait, in milliseconds; 0 when its wish was taken
 */
export function requestMail(asked: AskedFor, now = new Date()): Promise<number> {
  const { kind, address, locale, language, newsletters, form, wording, client } = asked
  return write(async tx => {
    const attempt = await takeAttemptIn(tx, OF_A_CLIENT, client, now)
    if (!attempt.isAllowed) return attempt.retryAfterMs
    const limited = []
    for (const limit of OF_AN_ADDRESS)
      limited.push(await takeAttemptIn(tx, limit, mailboxOf(address.key), now))
    if (limited.every(({ isAllowed }) => isAllowed))
      await insertRequest(tx, {
        ...{ kind, locale, language, form, wording },
        newsletters: [...newsletters],
        address: address.address,
        addressKey: address.key,
        requestedAt: now,
        nextAt: now,
        expiresAt: new Date(now.getTime() + LINK_MS),
      })
    return 0
  })
}

/* `name+anything@` comes to one mailbox with most providers. */
const mailboxOf = (key: string) => key.replace(/\+[^@]*(?=@)/, '')

import { reader } from '#db/open.ts'
import { type NewsletterRequest, requestOfToken } from '#db/queries/newsletter/requests.ts'
import {
  putSubscriptions,
  type Subscriber,
  subscriberById,
  updateSubscriber,
} from '#db/queries/newsletter/subscribers.ts'
import { deleteSuppressions } from '#db/queries/newsletter/suppressions.ts'
import { type Tx, write } from '#db/write.ts'
import { hashLinkToken } from '#domain/distribution/newsletter/keys/link-token.ts'
import { knownKeys, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import type { NewsletterName } from '#domain/distribution/newsletter/settings/newsletter-settings.ts'
import type { Locale } from '#i18n/locales.ts'
import { removeSubscriberIn } from './remove-subscriber.ts'

/** The request behind the link of a mail, and the subscriber that it leads to when there is one. */
export type OwnLink = { request: NewsletterRequest; subscriber: Subscriber | null }

/** Everything behind a link that is still good; null for any other. */
export async function ownLink(token: string, now = new Date()): Promise<OwnLink | null> {
  const request = await requestOfToken(reader(), hashLinkToken(token), now)
  if (!request) return null
  return {
    request,
    subscriber: request.subscriberId === null ? null : await subscriberById(reader(), request.subscriberId),
  }
}

type Choice = {
  newsletters: readonly NewsletterName[]
  language: Locale
  /** The words of the button, in the language of the page. */
  wording: string
  locale: Locale
}

/**
 * Changes the choices of the subscriber whom a link leads to. An address that mails came back from is written to again,
 * since its owner has just read one.
 * @returns false when the link has ended, or the subscriber has left
 */
export function changeOwnChoice(token: string, choice: Choice, now = new Date()): Promise<boolean> {
  return withOwn(token, now, async (tx, subscriber) => {
    const { newsletters, language, wording, locale } = choice
    const isMore = newsletters.some(name => !subscriber.newsletters.includes(name))
    await updateSubscriber(tx, subscriber.id, {
      ...{ locale: language, changedAt: now, silencedAt: null, silencedFor: null, softBounces: 0 },
      ...(isMore && {
        consentAt: now,
        consentForm: 'manage',
        consentWording: wording,
        consentLocale: locale,
      }),
    })
    await putSubscriptions(tx, subscriber.id, [...newsletters].sort())
    /* The hash of a bounce would otherwise remove them with the next list, and keep links from them. */
    await deleteSuppressions(tx, suppressionHashes(await knownKeys(tx), subscriber.addressKey))
  })
}

/** Ends the subscription of the subscriber whom a link leads to, or erases all that is kept of them. */
export function removeOwn(token: string, reason: 'left' | 'erased', now = new Date()): Promise<boolean> {
  return withOwn(token, now, (tx, subscriber) => removeSubscriberIn(tx, subscriber, reason, now))
}

function withOwn(
  token: string,
  now: Date,
  work: (tx: Tx, subscriber: Subscriber) => Promise<void>,
): Promise<boolean> {
  return write(async tx => {
    const request = await requestOfToken(tx, hashLinkToken(token), now)
    const id = request?.subscriberId ?? null
    const subscriber = id === null ? null : await subscriberById(tx, id)
    if (!subscriber) return false
    await work(tx, subscriber)
    return true
  })
}

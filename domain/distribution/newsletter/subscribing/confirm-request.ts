import { noteConfirmed, requestOfToken } from '#db/queries/newsletter/requests.ts'
import {
  insertSubscriber,
  putSubscriptions,
  subscriberOf,
  updateSubscriber,
} from '#db/queries/newsletter/subscribers.ts'
import { deleteSuppressions } from '#db/queries/newsletter/suppressions.ts'
import { write } from '#db/write.ts'
import { hashLinkToken } from '#domain/distribution/newsletter/keys/link-token.ts'
import { knownKeys, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'

/**
 * Makes a subscriber of whoever holds the link of a confirmation. What an address is subscribed to already stays, and
 * the rest is added. The same link may confirm again: nothing changes by that.
 * @returns false when the link has ended, or is no such link
 */
export function confirmRequest(token: string, now = new Date()): Promise<boolean> {
  return write(async tx => {
    const request = await requestOfToken(tx, hashLinkToken(token), now)
    if (request?.kind !== 'confirm') return false
    if (request.confirmedAt !== null) return true
    const { addressKey, address, language, locale, wording, form } = request
    const consent = {
      consentAt: now,
      consentForm: form,
      consentWording: wording,
      consentLocale: locale,
    }
    const choice = { address, locale: language, changedAt: now, silencedAt: null, silencedFor: null }
    const known = await subscriberOf(tx, addressKey)
    const id =
      known?.id ??
      (await insertSubscriber(tx, { ...consent, ...choice, addressKey, confirmedAt: now, softBounces: 0 }))
    if (known) await updateSubscriber(tx, id, { ...consent, ...choice, softBounces: 0 })
    const newsletters = new Set([...(known?.newsletters ?? []), ...request.newsletters])
    await putSubscriptions(tx, id, [...newsletters].sort())
    /* A reader who left may come back: this is the wish of the owner of the address. */
    await deleteSuppressions(tx, suppressionHashes(await knownKeys(tx), addressKey))
    await noteConfirmed(tx, request.id, id, now)
    return true
  })
}

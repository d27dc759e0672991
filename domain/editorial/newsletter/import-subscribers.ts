import { insertSubscriber, knownKeys, putSubscriptions } from '#db/queries/newsletter/subscribers.ts'
import { suppressionsAmong } from '#db/queries/newsletter/suppressions.ts'
import type { NewsletterKind } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { madeKeysIn, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import type { MailAddress } from '#domain/distribution/newsletter/mail-address.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import type { Locale } from '#i18n/locales.ts'
import { performNewsletter } from './newsletter-verb.ts'

export type ImportedSubscriber = {
  address: MailAddress
  locale: Locale
  newsletters: readonly NewsletterKind[]
  /** When they agreed, and in which words, as far as the file says. */
  confirmedAt: Date
  wording: string
}

export type ImportCounts = { imported: number; known: number; suppressed: number }

/** Brings in subscribers who have agreed elsewhere. Who is known stays as they are; who has left stays away. */
export function importSubscribersIn(
  tx: Tx,
  actor: Actor,
  { subscribers, source, now }: { subscribers: readonly ImportedSubscriber[]; source: string; now: Date },
): Promise<ImportCounts> {
  return performNewsletter(tx, actor, { permission: 'newsletter.readers', now }, async () => {
    const keys = await madeKeysIn(tx, now)
    const hashesOf = (key: string) => suppressionHashes(keys, key)
    const known = await knownKeys(
      tx,
      subscribers.map(({ address }) => address.key),
    )
    const suppressed = await suppressionsAmong(
      tx,
      subscribers.flatMap(({ address }) => hashesOf(address.key)),
    )
    const counts: ImportCounts = { imported: 0, known: 0, suppressed: 0 }
    for (const { address, locale, newsletters, confirmedAt, wording } of subscribers) {
      if (hashesOf(address.key).some(hash => suppressed.has(hash))) counts.suppressed += 1
      else if (known.has(address.key)) counts.known += 1
      else {
        const id = await insertSubscriber(tx, {
          ...{ address: address.address, addressKey: address.key, locale, confirmedAt, changedAt: now },
          ...{ consentAt: confirmedAt, consentForm: 'import', consentLocale: locale },
          consentWording: wording || source,
        })
        await putSubscriptions(tx, id, [...new Set(newsletters)].sort())
        known.add(address.key)
        counts.imported += 1
      }
    }
    const entry =
      counts.imported > 0
        ? { verb: 'import-subscribers', subject: 'newsletter', detail: { source, ...counts } }
        : null
    return { result: counts, entry }
  })
}

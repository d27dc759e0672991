import { insertKey } from '#db/queries/newsletter/keys.ts'
import { deleteRequestsOf } from '#db/queries/newsletter/requests.ts'
import { deleteSubscriber, type Subscriber, subscribersAfter } from '#db/queries/newsletter/subscribers.ts'
import {
  deleteSuppressions,
  putSuppressions,
  type Suppression,
  suppressionsAmong,
} from '#db/queries/newsletter/suppressions.ts'
import type { Tx } from '#db/write.ts'
import { madeKeysIn, suppressionHashes } from '#domain/distribution/newsletter/keys/newsletter-keys.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performNewsletter } from './newsletter-verb.ts'

/** A batch of a list of those who may not be written to, and the key of its hashes. */
export type SuppressionBatch = { key: string; entries: readonly Suppression[]; now: Date }

/** Keeps a batch of a list. Hashes of another newsroom are understood by its key, which is kept as well. */
export function importSuppressionsIn(
  tx: Tx,
  actor: Actor,
  { key, entries, now }: SuppressionBatch,
): Promise<number> {
  return performNewsletter(tx, actor, { permission: 'newsletter.readers', now }, async () => {
    const { suppressions } = await madeKeysIn(tx, now)
    if (!suppressions.some(own => own.key.toString('base64url') === key))
      await insertKey(tx, 'suppressions', key, now)
    await putSuppressions(tx, entries)
    return {
      result: entries.length,
      entry: { verb: 'import-suppressions', subject: 'newsletter', detail: { entries: entries.length } },
    }
  })
}

/**
 * Removes the subscribers after a number who are on the list, some at a time. Who has agreed anew since then stays, and is
 * taken off the list. Null after the last.
 */
export function applySuppressionsIn(
  tx: Tx,
  actor: Actor,
  { after, most, now }: { after: number; most: number; now: Date },
): Promise<{ last: number; removed: number } | null> {
  return performNewsletter(tx, actor, { permission: 'newsletter.readers', now }, async () => {
    const keys = await madeKeysIn(tx, now)
    const some = await subscribersAfter(tx, after, most)
    const last = some.at(-1)
    if (!last) return { result: null, entry: null }
    const hashesOf = new Map(some.map(({ id, addressKey }) => [id, suppressionHashes(keys, addressKey)]))
    const found = await suppressionsAmong(tx, [...hashesOf.values()].flat())
    const entriesOf = ({ id }: Subscriber) => (hashesOf.get(id) ?? []).flatMap(hash => found.get(hash) ?? [])
    const listed = some.filter(subscriber => entriesOf(subscriber).length > 0)
    /* The moment of an import says nothing of the reader. */
    const isBack = (subscriber: Subscriber) =>
      subscriber.consentForm !== 'import' &&
      entriesOf(subscriber).every(({ at }) => at < subscriber.consentAt)
    const back = listed.filter(isBack)
    await deleteSuppressions(
      tx,
      back.flatMap(({ id }) => hashesOf.get(id) ?? []),
    )
    const gone = listed.filter(subscriber => !isBack(subscriber))
    for (const { id, addressKey } of gone) {
      await deleteSubscriber(tx, id)
      await deleteRequestsOf(tx, addressKey)
    }
    const entry =
      gone.length > 0
        ? { verb: 'apply-suppressions', subject: 'newsletter', detail: { removed: gone.length } }
        : null
    return { result: { last: last.id, removed: gone.length }, entry }
  })
}

import { hasHeldDeliveries, nextDeferredAt } from '#db/queries/newsletter/deliveries.ts'
import {
  changeEdition,
  countDeliveries,
  countNotReached,
  editionById,
} from '#db/queries/newsletter/editions.ts'
import { newestSubscriberId } from '#db/queries/newsletter/subscribers.ts'
import { type Tx, write } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

/**
 * Ends an edition when nobody is left to send it to, and keeps its counts. An edition that another process has ended,
 * while this one was still waiting for an answer of the mail server, gets its counts anew, and goes on when that answer
 * was not the last one.
 */
export function finishEdition(id: number, locales: readonly Locale[], now = new Date()): Promise<boolean> {
  return write(async tx => {
    const edition = await editionById(tx, id)
    if (edition?.state !== 'sending' && edition?.state !== 'sent') return false
    if (await hasOpenDeliveries(tx, id)) {
      /* Nobody new: readers may have been brought in since it ended. */
      const reached = await newestSubscriberId(tx)
      await changeEdition(tx, { id, from: ['sent'] }, { state: 'sending', finishedAt: null, reached })
      return false
    }
    if (edition.state === 'sending' && (await countNotReached(tx, edition, locales)) > 0) return false
    const { open: _, ...counts } = await countDeliveries(tx, id)
    const finishedAt = edition.finishedAt ?? now
    await changeEdition(
      tx,
      { id, from: ['sending', 'sent'] },
      { ...counts, state: 'sent', finishedAt, failure: null },
    )
    return true
  })
}

/* Counting all of them takes long, and a round ends many times before an edition does. */
async function hasOpenDeliveries(tx: Tx, editionId: number): Promise<boolean> {
  return (await nextDeferredAt(tx, editionId)) !== null || (await hasHeldDeliveries(tx, editionId))
}

import { hasHeldDeliveries, nextDeferredAt } from '#db/queries/newsletter/deliveries.ts'
import {
  changeEdition,
  countDeliveries,
  countNotReached,
  editionById,
} from '#db/queries/newsletter/editions.ts'
import { type Tx, write } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

/** Ends an edition when nobody is left to send it to, and keeps its counts. */
export function finishEdition(id: number, locales: readonly Locale[], now = new Date()): Promise<boolean> {
  return write(async tx => {
    const edition = await editionById(tx, id)
    if (edition?.state !== 'sending') return false
    /* Counting all of them takes long, and a round ends many times before an edition does. */
    if (await hasOpenDeliveries(tx, id)) return false
    if ((await countNotReached(tx, edition, locales)) > 0) return false
    const { open: _, ...counts } = await countDeliveries(tx, id)
    await changeEdition(
      tx,
      { id, from: ['sending'] },
      { ...counts, state: 'sent', finishedAt: now, failure: null },
    )
    return true
  })
}

async function hasOpenDeliveries(tx: Tx, editionId: number): Promise<boolean> {
  return (await nextDeferredAt(tx, editionId)) !== null || (await hasHeldDeliveries(tx, editionId))
}

import {
  changeEdition,
  countDeliveries,
  countNotReached,
  editionById,
} from '#db/queries/newsletter/editions.ts'
import { write } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

/** Ends an edition when nobody is left to send it to, and keeps its counts. */
export function finishEdition(id: number, locales: readonly Locale[], now = new Date()): Promise<boolean> {
  return write(async tx => {
    const edition = await editionById(tx, id)
    if (edition?.state !== 'sending') return false
    if ((await countNotReached(tx, edition, locales)) > 0) return false
    const { open, ...counts } = await countDeliveries(tx, id)
    if (open > 0) return false
    await changeEdition(
      tx,
      { id, from: ['sending'] },
      { ...counts, state: 'sent', finishedAt: now, failure: null },
    )
    return true
  })
}

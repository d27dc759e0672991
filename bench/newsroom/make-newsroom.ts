import { sqliteDatabase } from '#db/open.ts'
import { type BulkRows, skipDurability, writeBulk } from '#db/queries/bulk-stories.ts'
import { setIndexState } from '#db/queries/search-progress.ts'
import { write } from '#db/write.ts'
import { ANALYZER } from '#domain/discovery/search/analysis/analyze.ts'
import { type Drawings, writeCatalogue } from './catalogue.ts'
import { type InventionOrder, inventRows } from './invent-rows.ts'

export type NewsroomOptions = {
  /** How many stories; each is told in both languages. */
  count: number
  dataDir: string
  now?: Date
  /** Where stories are invented; here, unless another thread does it. */
  invent?: (order: InventionOrder) => Promise<BulkRows>
  /** How many pictures are drawn; a full set when it is not said. */
  drawings?: Drawings
  progress?: (done: number, total: number) => void
}

export type MadeNewsroom = { articles: number; seconds: number }

/* Large enough that the disk is waited for rarely, small enough for a small machine's memory. */
const STORIES_A_TRANSACTION = 250

/** Fills an empty data folder with made-up stories, as if a newsroom had published them over the years. */
export async function makeNewsroom(options: NewsroomOptions): Promise<MadeNewsroom> {
  const { count, dataDir, now = new Date(), progress = () => {} } = options
  const { invent = async (order: InventionOrder) => inventRows(order) } = options
  skipDurability(sqliteDatabase(dataDir).connection)
  const catalogue = await writeCatalogue(dataDir, now, options.drawings)
  /* Search is no part of what is measured, unless its own figure makes the index: a portal would do so meanwhile. */
  await write(tx => setIndexState(tx, { analyzer: ANALYZER, through: null }))
  const begun = performance.now()
  const batch = (from: number) => {
    const to = Math.min(count, from + STORIES_A_TRANSACTION - 1)
    return { to, rows: invent({ from, to, count, catalogue, now }) }
  }
  for (let next = batch(1); ; ) {
    const { to, rows } = next
    const ready = await rows
    /* Invented while this one is written. */
    if (to < count) next = batch(to + 1)
    await write(tx => writeBulk(tx, ready))
    progress(to, count)
    if (to === count) break
  }
  return { articles: 2 * count, seconds: (performance.now() - begun) / 1000 }
}

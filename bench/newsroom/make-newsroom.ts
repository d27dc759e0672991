import { sqliteDatabase } from '#db/open.ts'
import { setIndexState } from '#db/queries/search-progress.ts'
import { type BulkRows, skipDurability, writeBulk } from '#db/queries/writing/bulk-stories.ts'
import { write } from '#db/write.ts'
import { ANALYZER } from '#domain/discovery/search/analysis/analyze.ts'
import { type Drawings, writeCatalogue } from './catalogue.ts'
import { type InventionRequest, inventRows } from './invent-rows.ts'

export type NewsroomOptions = {
  /** Number of stories, each with an article in both languages. */
  count: number
  dataDir: string
  now?: Date
  /** Invents stories; by default in this thread. */
  invent?: (request: InventionRequest) => Promise<BulkRows>
  /** Number of pictures; by default a full set. */
  drawings?: Drawings
  progress?: (done: number, total: number) => void
}

export type MadeNewsroom = { articles: number; seconds: number }

/* Large enough to wait for the disk rarely, small enough for the memory of a small machine. */
const STORIES_A_TRANSACTION = 250

/** Fills an empty data folder with made-up stories, as if a newsroom had published them over the years. */
export async function makeNewsroom(options: NewsroomOptions): Promise<MadeNewsroom> {
  const { count, dataDir, now = new Date(), progress = () => {} } = options
  const { invent = async (request: InventionRequest) => inventRows(request) } = options
  skipDurability(sqliteDatabase(dataDir).connection)
  const catalogue = await writeCatalogue(dataDir, now, options.drawings)
  /* The search index is marked complete, so that a portal does not build it while something else is measured. */
  await write(tx => setIndexState(tx, { analyzer: ANALYZER, through: null }))
  const begun = performance.now()
  const batch = (from: number) => {
    const to = Math.min(count, from + STORIES_A_TRANSACTION - 1)
    return { to, rows: invent({ from, to, count, catalogue, now }) }
  }
  for (let next = batch(1); ; ) {
    const { to, rows } = next
    const ready = await rows
    /* The next stories are invented while these are written. */
    if (to < count) next = batch(to + 1)
    await write(tx => writeBulk(tx, ready))
    progress(to, count)
    if (to === count) break
  }
  return { articles: 2 * count, seconds: (performance.now() - begun) / 1000 }
}

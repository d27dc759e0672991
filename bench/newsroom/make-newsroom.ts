import { openDatabase } from '../../db/open'
import { hurryThrough, writeBulk } from '../../db/queries/bulk-stories'
import { write } from '../../db/write'
import { writeCatalogue } from './catalogue'
import { inventStory } from './invent-story'
import { addStory, noRows } from './story-rows'

export type NewsroomOptions = {
  /** How many stories; each is told in both languages. */
  count: number
  dataDir: string
  now?: Date
  progress?: (done: number, total: number) => void
}

export type MadeNewsroom = { articles: number; seconds: number }

/* Large enough that the disk is waited for rarely, small enough for a small machine's memory. */
const STORIES_A_TRANSACTION = 500

/** Fills an empty data folder with made-up stories, as if a newsroom had published them over the years. */
export async function makeNewsroom(options: NewsroomOptions): Promise<MadeNewsroom> {
  const { count, dataDir, now = new Date(), progress = () => {} } = options
  hurryThrough(openDatabase(dataDir).connection)
  const catalogue = await writeCatalogue(dataDir, now)
  const begun = performance.now()
  for (let done = 0; done < count; ) {
    const rows = noRows()
    const end = Math.min(count, done + STORIES_A_TRANSACTION)
    while (done < end) addStory(rows, inventStory(++done, count, catalogue, now))
    await write(tx => writeBulk(tx, rows))
    progress(done, count)
  }
  return { articles: 2 * count, seconds: (performance.now() - begun) / 1000 }
}

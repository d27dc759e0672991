import { countIndexable } from '#db/queries/search-progress.ts'
import { rebuildIndex } from './rebuild-index.ts'

type Options = { signal?: AbortSignal; progress?: (done: number, total: number) => void }

/**
 * Reads every published article into the index again.
 * @returns how many there were
 */
export async function reindex({ signal, progress = () => {} }: Options = {}): Promise<number> {
  const total = await countIndexable()
  return rebuildIndex({ fromStart: true, signal, onProgress: done => progress(done, total) })
}

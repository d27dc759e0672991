import { countToIndex } from '#db/queries/search-progress.ts'
import { ANALYZER } from '#domain/discovery/search/analysis/analyze.ts'
import type { DatabaseCheck } from './check.ts'

/** Checks that search has every article that readers can see, as this program analyses them. */
export const searchIndex: DatabaseCheck = {
  name: 'search index',
  async examine({ stored }) {
    const missing = await countToIndex(stored.db, ANALYZER)
    if (missing === 0) return []
    return [
      {
        level: 'note',
        what: `Articles that the index of search does not have, or as another version read them: ${missing}.`,
        todo: 'Start the portal: it reads them meanwhile. Or at once: press search reindex.',
      },
    ]
  },
}

import { setTimeout as sleep } from 'node:timers/promises'
import { articlesAfter, indexState, setIndexState } from '../../../db/queries/search-documents'
import { write } from '../../../db/write'
import { ANALYZER } from '../analysis/analyze'
import { indexArticle } from './index-article'

/* A batch holds the newsroom's lock: as long as a publication may wait. */
const BATCH_MS = 40
const MOST_IN_A_BATCH = 100
/* Between two batches, whoever waits to write has its turn. */
const REST_MS = 5

type Options = {
  /** Begins again, whatever has been done. */
  fromStart?: boolean
  signal?: AbortSignal
  onProgress?: (articles: number) => void
}

/** Whether the index is complete and made by this program's analyzer. */
export async function isIndexComplete(): Promise<boolean> {
  const state = await indexState()
  return state?.analyzer === ANALYZER && state.through === null
}

/**
 * Makes the index anew, article after article, while the site runs: each is found all the time, by its old entry until
 * it has its new one. Goes on where an earlier making of the same analyzer was interrupted.
 * @returns how many articles were looked at
 */
export async function rebuildIndex({ fromStart = false, signal, onProgress }: Options = {}): Promise<number> {
  let isFirst = fromStart
  let done = 0
  for (;;) {
    signal?.throwIfAborted()
    const articles = await indexBatch(isFirst)
    isFirst = false
    if (articles === 0) return done
    done += articles
    onProgress?.(done)
    await sleep(REST_MS)
  }
}

async function indexBatch(isFirst: boolean): Promise<number> {
  const startedMs = performance.now()
  return write(async tx => {
    const state = isFirst ? null : await indexState(tx)
    const isSame = state?.analyzer === ANALYZER
    if (isSame && state.through === null) return 0
    let through = (isSame && state.through) || 0
    let done = 0
    const articles = await articlesAfter(tx, through, MOST_IN_A_BATCH)
    for (const article of articles) {
      await indexArticle(tx, article)
      through = article.id
      done += 1
      if (performance.now() - startedMs > BATCH_MS) break
    }
    const isComplete = done === articles.length && articles.length < MOST_IN_A_BATCH
    await setIndexState(tx, { analyzer: ANALYZER, through: isComplete ? null : through })
    return done
  })
}

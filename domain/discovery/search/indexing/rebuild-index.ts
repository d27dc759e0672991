import { setTimeout as sleep } from 'node:timers/promises'
import { distrustIndex, gatherIndex } from '#db/queries/search-documents.ts'
import { articlesToIndex, indexState, setIndexState } from '#db/queries/search-progress.ts'
import { write } from '#db/write.ts'
import { ANALYZER } from '#domain/discovery/search/analysis/analyze.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { indexArticles } from './index-articles.ts'

/* A batch holds the write lock, and a publication may wait this long for it. */
const BATCH_MS = 40
/* On a busy machine everything takes long, and single articles would take longest. */
const LEAST_IN_A_BATCH = 10
const MAX_IN_A_BATCH = 50
/* Writers that wait get their turn between two batches. */
const REST_MS = 5
/* After this many articles, the index is spread over more segments than a query should read. */
const WORTH_GATHERING = 1000

type Options = {
  /** Reads every article again, whatever the index says of it. */
  fromStart?: boolean
  /** Stops between two batches. Finished batches stay, and the next run continues from there. */
  signal?: AbortSignal
  onProgress?: (articles: number) => void
}

/** Whether the index is complete and made by this program's analyzer. */
export async function isIndexComplete(): Promise<boolean> {
  const state = await indexState()
  return state?.analyzer === ANALYZER && state.through === null
}

/**
 * Rebuilds the index while the site runs: each article can be found all the time, by its old entry until its new one is
 * there. Continues where an earlier run was interrupted.
 * @returns how many articles were read
 */
export async function rebuildIndex({ fromStart = false, signal, onProgress }: Options = {}): Promise<number> {
  if (fromStart) await write(distrustIndex)
  let done = 0
  let limit = LEAST_IN_A_BATCH
  while (!signal?.aborted) {
    const { articles, isComplete, tookMs } = await indexBatch(limit)
    done += articles
    onProgress?.(done)
    if (isComplete) break
    if (articles > 0) limit = nextLimit(articles, tookMs)
    await sleep(REST_MS)
  }
  if (done >= WORTH_GATHERING) for (const locale of localeList) await gather(locale, signal)
  return done
}

async function gather(locale: Locale, signal: AbortSignal | undefined): Promise<void> {
  let isBegun = false
  while (!signal?.aborted && (await write(tx => gatherIndex(tx, locale, isBegun)))) {
    isBegun = true
    await sleep(REST_MS)
  }
}

/* The number of articles that fit into the time of a batch, judged by the last batch. */
function nextLimit(articles: number, tookMs: number): number {
  const fitting = Math.floor((articles * BATCH_MS) / Math.max(1, tookMs))
  return Math.max(LEAST_IN_A_BATCH, Math.min(MAX_IN_A_BATCH, 2 * articles, fitting))
}

type Batch = { articles: number; isComplete: boolean; tookMs: number }

function indexBatch(limit: number): Promise<Batch> {
  return write(async tx => {
    const startedMs = performance.now()
    const state = await indexState(tx)
    const isSame = state?.analyzer === ANALYZER
    if (isSame && state.through === null) return { articles: 0, isComplete: true, tookMs: 0 }
    const after = (isSame && state.through) || 0
    const { articles, through, isEnd } = await articlesToIndex(tx, { after, analyzer: ANALYZER, limit })
    await indexArticles(tx, articles)
    await setIndexState(tx, { analyzer: ANALYZER, through: isEnd ? null : through })
    return { articles: articles.length, isComplete: isEnd, tookMs: performance.now() - startedMs }
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import {
  articlesToIndex,
  distrustIndex,
  gatherIndex,
  indexState,
  setIndexState,
} from '../../../db/queries/search-documents'
import { write } from '../../../db/write'
import { type Locale, localeList } from '../../../i18n/locales'
import { ANALYZER } from '../analysis/analyze'
import { indexArticle } from './index-article'

/* A batch holds the newsroom's lock: as long as a publication may wait. */
const BATCH_MS = 40
const MOST_IN_A_BATCH = 20
/* Between two batches, whoever waits to write has its turn. */
const REST_MS = 5
/* After so many articles, the index lies in more places than a question should have to look into. */
const WORTH_GATHERING = 1000

type Options = {
  /** Reads every article again, whatever the index says of it. */
  fromStart?: boolean
  /** Ends it between two batches; what is done stays, and the next making goes on from there. */
  signal?: AbortSignal
  onProgress?: (articles: number) => void
}

/** Whether the index is complete and made by this program's analyzer. */
export async function isIndexComplete(): Promise<boolean> {
  const state = await indexState()
  return state?.analyzer === ANALYZER && state.through === null
}

/**
 * Makes the index say what the articles say, while the site runs: each article is found all the time, by its old entry
 * until it has its new one. Goes on where an earlier making was interrupted.
 * @returns how many articles were read
 */
export async function rebuildIndex({ fromStart = false, signal, onProgress }: Options = {}): Promise<number> {
  if (fromStart) await write(distrustIndex)
  let done = 0
  while (!signal?.aborted) {
    const { articles, isComplete } = await indexBatch()
    done += articles
    onProgress?.(done)
    if (isComplete) break
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

function indexBatch(): Promise<{ articles: number; isComplete: boolean }> {
  const startedMs = performance.now()
  return write(async tx => {
    const state = await indexState(tx)
    const isSame = state?.analyzer === ANALYZER
    if (isSame && state.through === null) return { articles: 0, isComplete: true }
    let through = (isSame && state.through) || 0
    let done = 0
    const articles = await articlesToIndex(tx, { after: through, analyzer: ANALYZER, limit: MOST_IN_A_BATCH })
    for (const article of articles) {
      await indexArticle(tx, article)
      through = article.id
      done += 1
      if (performance.now() - startedMs > BATCH_MS) break
    }
    const isComplete = done === articles.length && articles.length < MOST_IN_A_BATCH
    await setIndexState(tx, { analyzer: ANALYZER, through: isComplete ? null : through })
    return { articles: done, isComplete }
  })
}

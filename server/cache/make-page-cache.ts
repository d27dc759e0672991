import { contentVersion, isDatabaseAway } from '#db/content-version.ts'
import { changesSince } from '#db/queries/changes.ts'
import { faultPage } from '#server/rendering/reader-page.ts'
import type { Renderer } from '#server/rendering/renderer.ts'
import { isIdle } from './idleness.ts'
import { localeOf, PageCache } from './page-cache.ts'
import type { OnRendered } from './page-renders.ts'
import { PageStore } from './page-store.ts'
import { RenderQueue } from './render-queue.ts'

/*
 * Rendering is work for one processor: more renders at once only make each of them later. A render that waits longer
 * than a reader would is refused, and the browser is told when to come back. A request that waits takes about ten
 * kilobytes, and no machine renders so many in that time.
 */
const QUEUE_LIMITS = { atOnce: 4, searchesAtOnce: 1, maxWaiting: 4_000, maxWaitMs: 10_000 }

type Options = {
  maxBytes: number
  renderer: Pick<Renderer, 'page' | 'parts' | 'errorPages'>
  onRendered?: OnRendered
  latestChangeMs?: number
  /** The longest that a render waits for its turn. */
  maxWaitMs?: number
}

/** The page cache of this process, over its database. */
export function pageCache({
  maxBytes,
  renderer,
  onRendered,
  latestChangeMs,
  maxWaitMs = QUEUE_LIMITS.maxWaitMs,
}: Options): PageCache {
  return new PageCache({
    store: new PageStore(maxBytes),
    queue: new RenderQueue({ ...QUEUE_LIMITS, maxWaitMs }),
    onRendered,
    version: contentVersion,
    latestChangeMs,
    changesSince,
    isAway: isDatabaseAway,
    unavailable: key => faultPage(503, localeOf(key), renderer),
    redraw: key => renderer.page(key, localeOf(key), 'redraw'),
    drawParts: locale => renderer.parts(locale, 'parts'),
    isIdle,
  })
}

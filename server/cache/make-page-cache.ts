import { contentVersion, isDatabaseAway } from '#db/content-version.ts'
import { changesSince } from '#db/queries/changes.ts'
import { defaultLocale, isLocale } from '#i18n/locales.ts'
import type { ErrorPages } from '#server/rendering/error-pages.ts'
import { faultPage } from '#server/rendering/reader-page.ts'
import { PageCache } from './page-cache.ts'
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
  errorPages: ErrorPages
  onRendered?: OnRendered
  latestChangeMs?: number
  /** The longest that a render waits for its turn. */
  maxWaitMs?: number
}

/** The page cache of this process, over its database. */
export function pageCache({
  maxBytes,
  errorPages,
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
    unavailable: key => faultPage(503, localeOf(key), { errorPages }),
  })
}

function localeOf(key: string) {
  const locale = key.slice(1, 3)
  return isLocale(locale) ? locale : defaultLocale
}

import type { ContentChange } from '#db/queries/changes.ts'
import { log } from '#server/log.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import type { Freshness } from './change-ledger.ts'
import { KnownChanges } from './known-changes.ts'
import type { PageCopy } from './page-copy.ts'
import { isCopy, type OnRendered, PageRenders, type PendingRender, type Render } from './page-renders.ts'
import type { PageStore } from './page-store.ts'
import type { RenderQueue, Urgency } from './render-queue.ts'

/**
 * The origin of an answer, for Cache-Status (RFC 9211) and the metrics:
 * - `hit`: the stored page was right.
 * - `lingering`: the stored page was served while another is rendered.
 * - `miss`, `stale`, `bypass`: the page was rendered for this request, because there was none, because it had changed,
 *   or because a cache may not answer.
 * - `joined`: the request waited for a render that had begun.
 * - `spared`: an old page was served, because a new one could not be had.
 */
export type Outcome = 'hit' | 'lingering' | 'miss' | 'stale' | 'bypass' | 'joined' | 'spared'

export type Served = { copy: PageCopy; outcome: Outcome }
/** No page of the key can be had; `page` is the page of that fault. */
export type NotServed = { page: FinishedPage; outcome: Outcome }

/* A page that has just changed may change again in a moment: not worth the best compression yet. */
const SETTLED_MS = 2000

type Options = {
  store: PageStore
  queue: RenderQueue
  /** The content version as of now. */
  version: () => number
  /** The latest time that a change bears so far. */
  latestChangeMs?: number
  changesSince: (version: number) => Promise<ContentChange[] | null>
  /** Whether the database does not answer, so that nothing can be rendered and nobody can say what has changed. */
  isAway: () => boolean
  /** The page to answer with when nothing can be rendered now: the queue refuses, or the database is away. */
  unavailable: (key: string) => FinishedPage
  onRendered?: OnRendered
}

/** The shared cache of finished pages. It never serves a page that a change has made wrong, whoever made the change. */
export class PageCache {
  private readonly changes: KnownChanges
  private readonly renders: PageRenders
  private isImproving = false

  constructor(private readonly options: Options) {
    this.renders = new PageRenders(options)
    const onStartOver = () => {
      options.store.clear()
      this.renders.forget()
    }
    this.changes = new KnownChanges({ ...options, onStartOver })
  }

  /** For the metrics. */
  facts(): { pages: number; bytes: number; waiting: number } {
    const { store, queue } = this.options
    return { pages: store.pages, bytes: store.bytes, waiting: queue.waiting }
  }

  /** Notes changes also while nobody reads, so that they are known by the time the database goes away. */
  async keepUp(): Promise<void> {
    if (!this.options.isAway()) await this.changes.catchUp()
  }

  /** The copy of a key when it can be served without waiting for anything. */
  atOnce(key: string): PageCopy | null {
    const copy = this.options.store.get(key)
    if (!copy || this.options.isAway() || !this.changes.isUpToDate()) return null
    if (this.changes.judge(copy) !== 'fresh') return null
    this.improve(copy)
    return copy
  }

  /** Whether the database does not answer. */
  get isAway(): boolean {
    return this.options.isAway()
  }

  /** Whether a copy of a key is stored, right or not. */
  has(key: string): boolean {
    return this.options.store.get(key) !== undefined
  }

  /** The right copy of a key, rendered when there is none. */
  async get(key: string, render: Render, urgency?: Urgency): Promise<Served | NotServed> {
    if (this.options.isAway()) return this.whileAway(key)
    const minVersion = await this.changes.catchUp()
    const copy = this.options.store.get(key)
    const freshness = copy ? this.changes.judge(copy) : null
    if (copy && freshness === 'fresh') {
      this.improve(copy)
      return { copy, outcome: 'hit' }
    }
    if (copy && freshness === 'lingering') {
      if (!this.renders.pendingFor(key)) this.startRender(key, render, urgency)
      return { copy, outcome: 'lingering' }
    }
    return this.renderOrWait({ key, render, urgency }, minVersion, copy, freshness)
  }

  /** Renders without looking for a copy and without storing one, in the same queue as all others. */
  async bypass(key: string, render: Render): Promise<Served | NotServed> {
    if (this.options.isAway()) return { page: this.options.unavailable(key), outcome: 'bypass' }
    const result = await this.renders.once(key, render, await this.changes.catchUp())
    return isCopy(result) ? { copy: result, outcome: 'bypass' } : { page: result, outcome: 'bypass' }
  }

  /* Old pages are better than none, but for what was known to be withdrawn before. */
  private whileAway(key: string): Served | NotServed {
    const copy = this.options.store.get(key)
    /* A change that nobody could read yet may be a withdrawal. */
    if (copy && !this.changes.hasUnknown && this.changes.judge(copy) !== 'withdrawn')
      return { copy, outcome: 'spared' }
    return { page: this.options.unavailable(key), outcome: 'miss' }
  }

  private async renderOrWait(
    { key, render, urgency }: { key: string; render: Render; urgency?: Urgency },
    minVersion: number,
    copy: PageCopy | undefined,
    freshness: Freshness | null,
  ): Promise<Served | NotServed> {
    const outcome = copy ? 'stale' : 'miss'
    const running = this.renders.pendingFor(key)
    let result = await (running ?? this.startRender(key, render, urgency)).result
    /* A render that began before this request may have been overtaken by a change; one that begins now cannot be. */
    if (running && !this.isGoodFor(result, minVersion))
      result = await (this.laterRender(key, minVersion) ?? this.startRender(key, render, urgency)).result
    if (isCopy(result)) return { copy: result, outcome: running ? 'joined' : outcome }
    if (copy && freshness !== 'withdrawn' && this.changes.judge(copy) !== 'withdrawn') {
      log.error({ key, status: result.status }, 'An old page stands in for one that could not be rendered')
      return { copy, outcome: 'spared' }
    }
    return { page: this.options.isAway() ? this.options.unavailable(key) : result, outcome }
  }

  private startRender(key: string, render: Render, urgency?: Urgency): PendingRender {
    const { ledger } = this.changes
    return this.renders.start(key, render, ledger, () => this.changes.ledger === ledger, urgency)
  }

  private isGoodFor(result: PageCopy | FinishedPage, minVersion: number): boolean {
    return !isCopy(result) || result.version >= minVersion || this.changes.judge(result) === 'fresh'
  }

  private laterRender(key: string, minVersion: number): PendingRender | undefined {
    const later = this.renders.pendingFor(key)
    return later && later.version >= minVersion ? later : undefined
  }

  /* A page that is asked for again is worth the best compression, once, in the background. */
  private improve(copy: PageCopy): void {
    if (copy.body.isBest || this.isImproving || Date.now() - copy.madeAt < SETTLED_MS) return
    this.isImproving = true
    copy.body
      .improve()
      .catch(error => log.error({ err: error, key: copy.key }, 'A page could not be compressed'))
      .finally(() => {
        this.isImproving = false
      })
  }
}

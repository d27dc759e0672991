import type { ContentChange } from '#db/queries/changes.ts'
import { isExpected } from '#errors/expected-error.ts'
import { log } from '#server/log.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { ChangeLedger, type Freshness } from './change-ledger.ts'
import { makeCopy, type PageCopy } from './page-copy.ts'
import type { PageStore } from './page-store.ts'
import type { RenderQueue } from './render-queue.ts'

/**
 * How an answer came about, for Cache-Status (RFC 9211) and the metrics: a `hit` was right as it was; `lingering` is
 * served while it is drawn anew; `miss`, `stale` and `bypass` were drawn for this request, because there was none,
 * because it had changed, or because a cache may not answer; `joined` waited for a drawing that had begun; `spared`
 * is old, and served because a new one could not be had.
 */
export type Outcome = 'hit' | 'lingering' | 'miss' | 'stale' | 'bypass' | 'joined' | 'spared'

export type Served = { copy: PageCopy; outcome: Outcome }
/** Nothing could be had: the page of that fault. */
export type NotServed = { page: FinishedPage; outcome: Outcome }

/* A page that has just changed may change again in a moment: not worth the best compression yet. */
const SETTLED_MS = 2000

/** Draws the page of a key. */
export type Render = () => Promise<FinishedPage>

/** Told of each drawing: how long it took, and whether it became a page. */
export type OnRendered = (durationMs: number, outcome: 'rendered' | 'failed') => void

type Options = {
  store: PageStore
  queue: RenderQueue
  /** The content version as of now. */
  version: () => number
  /** The latest time that a change bears so far. */
  latestChangeMs?: number
  changesSince: (version: number) => Promise<ContentChange[] | null>
  /** Whether the database does not answer, so that nothing can be drawn and nobody can say what has changed. */
  isAway: () => boolean
  /** What to answer when nothing can be drawn now: there is no turn to be had, or the database is away. */
  unavailable: (key: string) => FinishedPage
  onRendered?: OnRendered
}

type PendingRender = { version: number; result: Promise<PageCopy | FinishedPage> }

/** The shared cache of finished pages. It never serves what a change has made wrong, whoever changed it. */
export class PageCache {
  private ledger: ChangeLedger
  private readonly pending = new Map<string, PendingRender>()
  private catchingUp: Promise<void> | null = null
  private isImproving = false
  private isVersionKnown = false

  constructor(private readonly options: Options) {
    this.ledger = new ChangeLedger(options.version(), options.latestChangeMs)
  }

  /** For the metrics. */
  facts(): { pages: number; bytes: number; waiting: number } {
    const { store, queue } = this.options
    return { pages: store.pages, bytes: store.bytes, waiting: queue.waiting }
  }

  /** Notes what has changed, as if somebody had asked: what is known when the database goes away is known in time. */
  async keepUp(): Promise<void> {
    if (!this.options.isAway()) await this.catchUp()
  }

  /** The copy of a key when it can be served without waiting for anything. */
  atOnce(key: string): PageCopy | null {
    const copy = this.options.store.get(key)
    if (!copy || this.options.isAway() || !this.isUpToDate()) return null
    if (this.ledger.judge(copy, Date.now()) !== 'fresh') return null
    this.used(copy)
    return copy
  }

  /** The right copy of a key, drawn when there is none. */
  async get(key: string, render: Render): Promise<Served | NotServed> {
    if (this.options.isAway()) return this.whileAway(key)
    const minVersion = await this.catchUp()
    const copy = this.options.store.get(key)
    const freshness = copy ? this.ledger.judge(copy, Date.now()) : null
    if (copy && freshness === 'fresh') {
      this.used(copy)
      return { copy, outcome: 'hit' }
    }
    if (copy && freshness === 'lingering') {
      this.refreshInBackground(key, render)
      return { copy, outcome: 'lingering' }
    }
    return this.renderOrWait(key, render, minVersion, copy, freshness)
  }

  /** Draws without looking for a copy and without keeping one, in turn with everybody else. */
  async bypass(key: string, render: Render): Promise<Served | NotServed> {
    if (this.options.isAway()) return { page: this.options.unavailable(key), outcome: 'bypass' }
    const version = await this.catchUp()
    const page = await this.queued(key, render)
    return page.status >= 500
      ? { page, outcome: 'bypass' }
      : { copy: this.copyOf(key, page, version, undefined), outcome: 'bypass' }
  }

  /* Old pages are better than none, but for what was known to be withdrawn before. */
  private whileAway(key: string): Served | NotServed {
    const copy = this.options.store.get(key)
    /* A change that nobody could read yet may be a withdrawal. */
    const isUnsure = this.options.version() !== this.ledger.version
    if (copy && !isUnsure && this.judgeAgain(copy) !== 'withdrawn') return { copy, outcome: 'spared' }
    return { page: this.options.unavailable(key), outcome: 'miss' }
  }

  private async renderOrWait(
    key: string,
    render: Render,
    minVersion: number,
    copy: PageCopy | undefined,
    freshness: Freshness | null,
  ): Promise<Served | NotServed> {
    const outcome = copy ? 'stale' : 'miss'
    const running = this.pending.get(key)
    let result = await (running ?? this.startRender(key, render)).result
    /* What was begun before this request may have been overtaken by a change; what begins now cannot be. */
    if (running && !this.isGoodFor(result, minVersion))
      result = await (this.laterRender(key, minVersion) ?? this.startRender(key, render)).result
    if (isCopy(result)) return { copy: result, outcome: running ? 'joined' : outcome }
    if (copy && freshness !== 'withdrawn' && this.judgeAgain(copy) !== 'withdrawn') {
      log.error({ key, status: result.status }, 'An old page stands in for one that could not be drawn')
      return { copy, outcome: 'spared' }
    }
    return { page: this.options.isAway() ? this.options.unavailable(key) : result, outcome }
  }

  private isGoodFor(result: PageCopy | FinishedPage, minVersion: number): boolean {
    return (
      !isCopy(result) || result.version >= minVersion || this.ledger.judge(result, Date.now()) === 'fresh'
    )
  }

  private laterRender(key: string, minVersion: number): PendingRender | undefined {
    const later = this.pending.get(key)
    return later && later.version >= minVersion ? later : undefined
  }

  private judgeAgain(copy: PageCopy): Freshness {
    return this.ledger.judge(copy, Date.now())
  }

  private refreshInBackground(key: string, render: Render): void {
    if (!this.pending.has(key)) this.startRender(key, render)
  }

  private startRender(key: string, render: Render): PendingRender {
    const { ledger } = this
    const { version } = ledger
    const begunMs = Date.now()
    const result = this.queued(key, render).then(page => {
      if (page.status >= 500) return page
      const { store } = this.options
      const copy = this.copyOf(key, page, version, store.get(key))
      /*
       * What was published by a clock ahead of ours, or before ours was put back, was not to be seen yet by the time of
       * this drawing: it will be, without another change.
       */
      if (begunMs < ledger.latestMs) copy.until = Math.min(copy.until, ledger.latestMs)
      if (this.ledger === ledger) store.set(copy)
      return copy
    })
    const started = { version, result }
    this.pending.set(key, started)
    const forget = () => {
      if (this.pending.get(key) === started) this.pending.delete(key)
    }
    result.then(forget, forget)
    return started
  }

  private async queued(key: string, render: Render): Promise<FinishedPage> {
    try {
      return await this.options.queue.run(() => this.timed(render))
    } catch (error) {
      if (isExpected(error, 'renderQueue')) return this.options.unavailable(key)
      throw error
    }
  }

  private async timed(render: Render): Promise<FinishedPage> {
    const begun = performance.now()
    const page = await render()
    this.options.onRendered?.(performance.now() - begun, page.status >= 500 ? 'failed' : 'rendered')
    return page
  }

  private copyOf(key: string, page: FinishedPage, version: number, previous: PageCopy | undefined): PageCopy {
    const { status, answer } = page
    const isPage = page.kind === 'page'
    const made = {
      key,
      status,
      contentType: isPage ? page.contentType : '',
      location: isPage ? null : page.location,
      cacheControl: isPage ? page.cacheControl : null,
      link: isPage ? page.link : null,
      body: isPage ? page.body : Buffer.alloc(0),
      answer,
      version,
    }
    return makeCopy(made, previous, new Date())
  }

  /* Asked for again: worth the best compression, once, in the background. */
  private used(copy: PageCopy): void {
    if (copy.body.isBest || this.isImproving || Date.now() - copy.madeAt < SETTLED_MS) return
    this.isImproving = true
    copy.body
      .improve()
      .catch(error => log.error({ err: error, key: copy.key }, 'A page could not be compressed'))
      .finally(() => {
        this.isImproving = false
      })
  }

  /*
   * The version is read once for all requests that the event loop took from the network in one go: each of them had
   * arrived by then, so none can be answered with what was overtaken before it came.
   */
  private isUpToDate(): boolean {
    if (this.isVersionKnown) return true
    const isCurrent = this.options.version() === this.ledger.version
    if (isCurrent) {
      this.isVersionKnown = true
      setImmediate(() => {
        this.isVersionKnown = false
      })
    }
    return isCurrent
  }

  /* Changes were forgotten, or another database lies in this one's place: nothing that was kept can be judged. */
  private startOver(): void {
    this.options.store.clear()
    this.pending.clear()
    this.ledger = new ChangeLedger(this.options.version(), this.ledger.latestMs)
  }

  /** Notes what has changed since; gives the content version of this moment, or a later one. */
  private async catchUp(): Promise<number> {
    while (this.options.version() !== this.ledger.version) {
      this.catchingUp ??= this.noteChanges().finally(() => {
        this.catchingUp = null
      })
      await this.catchingUp
    }
    return this.ledger.version
  }

  private async noteChanges(): Promise<void> {
    const changes = await this.options.changesSince(this.ledger.version)
    if (changes && changes.length > 0) this.ledger.note(changes, Date.now())
    else this.startOver()
  }
}

function isCopy(result: PageCopy | FinishedPage): result is PageCopy {
  return 'hash' in result
}

import type { ContentChange } from '#db/queries/changes.ts'
import { defaultLocale, isLocale, type Locale, localeList } from '#i18n/locales.ts'
import { log } from '#server/log.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import type { Freshness } from './change-ledger.ts'
import { KnownChanges } from './known-changes.ts'
import { type PageCopy, putTogether, takeOut } from './page-copy.ts'
import { isCopy, type OnRendered, PageRenders, type PendingRender, type Render } from './page-renders.ts'
import type { PageStore } from './page-store.ts'
import { PartsKeeper } from './parts/parts-keeper.ts'
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

/* A page that has just changed may change again in a moment: not worth more compression yet. */
const SETTLED_MS = 2_000
/* The best compression of a page that is put together takes longer than drawing it, and every change undoes it. */
const STILL_MS = 60_000

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
  /** Renders the page of an address anew, while the old one is read. */
  redraw: (key: string) => Promise<FinishedPage>
  /** Draws what all pages of a language share. */
  drawParts: (locale: Locale) => Promise<FinishedPage>
  /** Whether this thread has time for what nobody waits for. */
  isIdle: () => boolean
}

/** The shared cache of finished pages. It never serves a page that a change has made wrong, whoever made the change. */
export class PageCache {
  private readonly changes: KnownChanges
  private readonly renders: PageRenders
  private readonly parts: PartsKeeper
  private isImproving = false

  constructor(private readonly options: Options) {
    this.renders = new PageRenders(options)
    const onStartOver = () => {
      options.store.clear()
      this.renders.forget()
      this.parts.clear()
    }
    this.changes = new KnownChanges({ ...options, onStartOver })
    const draw = (locale: Locale) => options.queue.run(() => options.drawParts(locale), 'shared')
    this.parts = new PartsKeeper({ draw, changes: this.changes })
  }

  /** Draws what all pages share, so that the first reader does not wait for it. */
  async warmUp(): Promise<void> {
    await Promise.all(localeList.map(locale => this.parts.ready(locale)))
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

  /** The page of a key when it can be served without waiting for anything. */
  atOnce(key: string): Served | null {
    const copy = this.options.store.get(key)
    if (!copy || this.options.isAway() || !this.changes.isUpToDate()) return null
    const freshness = this.judge(copy)
    if (freshness !== 'fresh' && !this.mayLinger(freshness)) return null
    if (!this.hasParts(copy)) return null
    if (freshness === 'fresh') {
      this.improve(copy)
      return { copy, outcome: 'hit' }
    }
    this.redraw(key, () => this.options.redraw(key))
    return { copy, outcome: 'lingering' }
  }

  /** Whether the database does not answer. */
  get isAway(): boolean {
    return this.options.isAway()
  }

  /** Whether a copy of a key is stored, right or not. */
  has(key: string): boolean {
    return this.options.store.get(key) !== undefined
  }

  /** The HTML of one part that all pages of a language share; null when it cannot be had. */
  async part(locale: Locale, name: string): Promise<Buffer | null> {
    if (!this.options.isAway()) await this.changes.catchUp()
    const parts = await this.parts.ready(locale, true)
    return parts?.chunks.get(name)?.bytes ?? null
  }

  /** The right copy of a key, rendered when there is none. */
  async get(key: string, render: Render, urgency?: Urgency): Promise<Served | NotServed> {
    if (this.options.isAway()) return this.whileAway(key)
    const minVersion = await this.changes.catchUp()
    const copy = this.options.store.get(key)
    const freshness = copy ? this.judge(copy) : null
    if (copy && freshness === 'fresh') {
      this.improve(copy)
      return this.complete({ copy, outcome: 'hit' })
    }
    if (copy && freshness && this.mayLinger(freshness)) {
      this.redraw(key, render)
      return this.complete({ copy, outcome: 'lingering' })
    }
    const served = await this.renderOrWait({ key, render, urgency }, minVersion, copy, freshness)
    return 'copy' in served ? this.complete(served) : served
  }

  /** Renders without looking for a copy and without storing one, in the same queue as all others. */
  async bypass(key: string, render: Render): Promise<Served | NotServed> {
    if (this.options.isAway()) return { page: this.options.unavailable(key), outcome: 'bypass' }
    const result = await this.renders.once(key, render, await this.changes.catchUp())
    return isCopy(result)
      ? this.complete({ copy: result, outcome: 'bypass' })
      : { page: result, outcome: 'bypass' }
  }

  /* Old pages are better than none, but for what was known to be withdrawn before. */
  private whileAway(key: string): Served | NotServed {
    const copy = this.options.store.get(key)
    /* A change that nobody could read yet may be a withdrawal. */
    if (copy && !this.changes.hasUnknown && this.judge(copy) !== 'withdrawn' && this.hasFormerParts(copy))
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
    const running = this.renders.urgentFor(key)
    let result = await (running ?? this.startRender(key, render, urgency)).result
    /* A render that began before this request may have been overtaken by a change; one that begins now cannot be. */
    if (running && !this.isGoodFor(result, minVersion))
      result = await (this.laterRender(key, minVersion) ?? this.startRender(key, render, urgency)).result
    if (isCopy(result)) return { copy: result, outcome: running ? 'joined' : outcome }
    if (copy && freshness !== 'withdrawn' && this.judge(copy) !== 'withdrawn') {
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
    const later = this.renders.urgentFor(key)
    return later && later.version >= minVersion ? later : undefined
  }

  /* Stories that were withdrawn are taken out of a page where nothing but they shows them. */
  private judge(copy: PageCopy): Freshness {
    const freshness = this.changes.judge(copy)
    if (freshness !== 'withdrawn' || copy.own === null) return freshness
    const marked = new Set(copy.own.marks.map(({ story }) => story))
    const gone = this.changes.withdrawnAmong(copy)
    if (gone === null || !gone.every(storyId => marked.has(storyId))) return freshness
    takeOut(copy, gone)
    return this.changes.judge(copy)
  }

  private mayLinger(freshness: Freshness): boolean {
    return freshness === 'lingering' || (freshness === 'late' && this.options.queue.isBusy)
  }

  private redraw(key: string, render: Render): void {
    if (!this.renders.pendingFor(key) && this.options.queue.hasRoomBehind)
      this.startRender(key, render, 'behind')
  }

  /* Puts a page together with what all pages share; false when that has to be drawn first. */
  private hasParts(copy: PageCopy): boolean {
    if (copy.own === null) return true
    const parts = this.parts.now(localeOf(copy.key))
    if (parts) putTogether(copy, parts)
    return parts !== null
  }

  /* The same with those that were right last: nothing can be drawn. */
  private hasFormerParts(copy: PageCopy): boolean {
    if (copy.own === null) return true
    const parts = this.parts.former(localeOf(copy.key))
    if (parts) putTogether(copy, parts)
    return parts !== null
  }

  private async complete(served: Served): Promise<Served | NotServed> {
    const { copy, outcome } = served
    if (copy.own === null) return served
    /* Who waited for the page itself gets what stands around it as it is now, too. */
    const isPatient = outcome !== 'hit' && outcome !== 'lingering'
    const parts = await this.parts.ready(localeOf(copy.key), isPatient)
    if (!parts) return { page: this.options.unavailable(copy.key), outcome }
    putTogether(copy, parts)
    return served
  }

  /* A page that is asked for again is worth more compression, in the background. */
  private improve(copy: PageCopy): void {
    const { body, own, composedAt } = copy
    if (body.isBest || this.isImproving) return
    const still = own === null || body.isHasty ? SETTLED_MS : STILL_MS
    if (Date.now() - composedAt < still || !this.options.isIdle()) return
    this.isImproving = true
    body
      .improve()
      .catch(error => log.error({ err: error, key: copy.key }, 'A page could not be compressed'))
      .finally(() => {
        this.isImproving = false
      })
  }
}

/** The language of a key: an address, or one that nobody can ask for. */
export function localeOf(key: string): Locale {
  const locale = key.slice(1, 3)
  return isLocale(locale) ? locale : defaultLocale
}

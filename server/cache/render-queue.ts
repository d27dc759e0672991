import { ExpectedError } from '#errors/expected-error.ts'

/**
 * The order in which work that waits begins: first what all pages share; then pages that somebody reads now and that have
 * changed, before pages that nobody has read yet; then searches; and last, at a part of the time, what is read as it was
 * meanwhile.
 */
export type Urgency = 'shared' | 'changed' | 'new' | 'search' | 'behind'

type Limits = {
  atOnce: number
  /** The part of `atOnce` that searches may take; one place when not given. */
  searchesAtOnce?: number
  /** A bound for memory alone; work that waits is bounded by time. */
  maxWaiting: number
  maxWaitMs: number
}

type Waiting = { go: () => void; timer: NodeJS.Timeout }

/* Work that nobody waits for takes a third of the time, so that it is hardly felt. */
const PAUSES_BEHIND = 2
/* More of it would wait longer than it may, and is asked for again by the next reader. */
const MOST_BEHIND = 20

/* Of so many turns one goes to new pages while changed ones wait too, so that none waits for nothing. */
const TURNS = 4

/**
 * Runs little work at once and lets the rest wait, none of it for long. Work whose turn does not come in time is
 * refused, never piled up.
 */
export class RenderQueue {
  private running = 0
  private searches = 0
  private turn = 0
  private isBehind = false
  private readonly lanes: Record<Urgency, Set<Waiting>> = {
    shared: new Set(),
    behind: new Set(),
    changed: new Set(),
    new: new Set(),
    search: new Set(),
  }

  constructor(private readonly limits: Limits) {}

  get waiting(): number {
    const { shared, changed, new: fresh, search } = this.lanes
    return shared.size + changed.size + fresh.size + search.size
  }

  /** Whether something waits. */
  get isBusy(): boolean {
    return this.waiting > 0 || this.lanes.behind.size > 0
  }

  /** Whether work that nobody waits for is taken on. */
  get hasRoomBehind(): boolean {
    return this.lanes.behind.size < MOST_BEHIND
  }

  /** @throws ExpectedError `renderQueue.full`, or `renderQueue.timedOut` when its turn does not come */
  async run<Result>(work: () => Promise<Result>, urgency: Urgency = 'new'): Promise<Result> {
    await this.take(urgency)
    const begun = performance.now()
    try {
      return await work()
    } finally {
      if (urgency === 'behind') this.pauseBehind(performance.now() - begun)
      this.running--
      if (urgency === 'search') this.searches--
      this.startNext()
    }
  }

  private take(urgency: Urgency): Promise<void> {
    if (this.waiting >= this.limits.maxWaiting) return Promise.reject(new ExpectedError('renderQueue.full'))
    return new Promise((resolve, reject) => {
      const lane = this.lanes[urgency]
      const timer = setTimeout(() => {
        lane.delete(waiting)
        reject(new ExpectedError('renderQueue.timedOut'))
      }, this.limits.maxWaitMs)
      const waiting = { go: resolve, timer }
      lane.add(waiting)
      this.startNext()
    })
  }

  /* A place is taken here, before its work goes on, so that nothing can slip in between. */
  private startNext(): void {
    if (this.running >= this.limits.atOnce) return
    const urgency = this.nextLane()
    if (urgency === null) return
    const [next] = this.lanes[urgency]
    if (!next) return
    this.lanes[urgency].delete(next)
    clearTimeout(next.timer)
    this.running++
    if (urgency === 'search') this.searches++
    if (urgency === 'behind') this.isBehind = true
    next.go()
  }

  private pauseBehind(tookMs: number): void {
    setTimeout(() => {
      this.isBehind = false
      this.startNext()
    }, tookMs * PAUSES_BEHIND).unref()
  }

  private nextLane(): Urgency | null {
    const { shared, changed, new: fresh, search, behind } = this.lanes
    if (shared.size > 0) return 'shared'
    if (changed.size > 0 && fresh.size > 0) {
      this.turn = (this.turn + 1) % TURNS
      return this.turn === 0 ? 'new' : 'changed'
    }
    if (changed.size > 0) return 'changed'
    if (fresh.size > 0) return 'new'
    if (search.size > 0 && this.searches < (this.limits.searchesAtOnce ?? 1)) return 'search'
    return behind.size > 0 && !this.isBehind ? 'behind' : null
  }
}

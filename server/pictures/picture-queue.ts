import { LRUCache } from 'lru-cache'
import { ExpectedError } from '#errors/expected-error.ts'

export type PictureQueueLimits = {
  atOnce: number
  maxWaiting: number
  maxWaitingOfClient: number
  maxWaitMs: number
  /** Work for one client beyond this, within `countedMs`, is done one at a time and with rests. */
  promptMs: number
  countedMs: number
  /** The rest after work of this duration. */
  restMs: (workedMs: number) => number
}

type Waiting = { start: () => Promise<void>; timer: NodeJS.Timeout }

const MOST_CLIENTS = 5_000

/**
 * Runs the work that clients ask for, in turns between them, and work ahead while nobody asks for anything. A client
 * that asks for much more than a reader could look at, as a crawler does, slows down itself alone.
 */
export class PictureQueue {
  /** Clients in the order of their turns. */
  private readonly waiting = new Map<string, Waiting[]>()
  private readonly jobs = new Map<string, Promise<unknown>>()
  private readonly workedFor: LRUCache<string, { ms: number }>
  private running = 0
  private waitingCount = 0
  private isGreedyRunning = false
  private greedyFreeAt = 0
  private timer: NodeJS.Timeout | undefined
  private aheadTurn: (() => void) | null = null

  constructor(private readonly limits: PictureQueueLimits) {
    this.workedFor = new LRUCache({ max: MOST_CLIENTS, ttl: limits.countedMs })
  }

  get waitingNow(): number {
    return this.waitingCount
  }

  /**
   * Runs a job for a client. Those who ask for the same meanwhile share it.
   * @throws ExpectedError `media.queueFull` when too much waits, or its turn does not come
   */
  run<Result>(key: string, client: string, job: () => Promise<Result>): Promise<Result> {
    const same = this.jobs.get(key)
    if (same) return same as Promise<Result>
    const { maxWaiting, maxWaitingOfClient, maxWaitMs } = this.limits
    const own = this.waiting.get(client) ?? []
    if (this.waitingCount >= maxWaiting || own.length >= maxWaitingOfClient)
      return Promise.reject(new ExpectedError('media.queueFull'))
    const done = new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.leave(client, entry)
        reject(new ExpectedError('media.queueFull'))
      }, maxWaitMs)
      const entry = { timer, start: () => job().then(resolve, reject) }
      own.push(entry)
      this.waiting.set(client, own)
      this.waitingCount++
    }).finally(() => this.jobs.delete(key))
    this.jobs.set(key, done)
    this.next()
    return done
  }

  /**
   * Runs a job when no reader waits and nothing runs for one: a crawler that never ends must not keep new pictures from
   * being made. One at a time; those who ask for the same meanwhile share it.
   */
  async runAhead<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    if (!this.isQuiet()) await new Promise<void>(resolve => (this.aheadTurn = resolve))
    else this.running++
    const done = job().finally(() => {
      this.jobs.delete(key)
      this.running--
      this.next()
    })
    this.jobs.set(key, done)
    return done
  }

  private next(): void {
    clearTimeout(this.timer)
    while (this.running < this.limits.atOnce) {
      const client = this.nextClient()
      if (client === undefined) break
      this.start(client)
    }
    if (this.aheadTurn && this.isQuiet()) {
      const turn = this.aheadTurn
      this.aheadTurn = null
      this.running++
      turn()
    }
  }

  private nextClient(): string | undefined {
    const restLeftMs = this.greedyFreeAt - performance.now()
    const mayBeGreedy = !this.isGreedyRunning && restLeftMs <= 0
    for (const client of this.waiting.keys()) if (mayBeGreedy || !this.isGreedy(client)) return client
    if (this.waitingCount > 0 && !this.isGreedyRunning)
      this.timer = setTimeout(() => this.next(), Math.max(1, Math.ceil(restLeftMs)))
    return undefined
  }

  /* For readers: whoever asks for too much does not count. */
  private isQuiet(): boolean {
    const runningForReaders = this.running - Number(this.isGreedyRunning)
    return runningForReaders === 0 && [...this.waiting.keys()].every(client => this.isGreedy(client))
  }

  private isGreedy(client: string): boolean {
    return (this.workedFor.get(client)?.ms ?? 0) > this.limits.promptMs
  }

  private start(client: string): void {
    const entry = this.waiting.get(client)?.[0]
    if (!entry) return
    this.leave(client, entry)
    const isGreedy = this.isGreedy(client)
    if (isGreedy) this.isGreedyRunning = true
    this.running++
    const begun = performance.now()
    void entry.start().then(() => {
      const workedMs = performance.now() - begun
      this.count(client, workedMs)
      if (isGreedy) {
        this.isGreedyRunning = false
        this.greedyFreeAt = performance.now() + this.limits.restMs(workedMs)
      }
      this.running--
      this.next()
    })
  }

  /* A client that has more waiting goes to the end of the turns. */
  private leave(client: string, entry: Waiting): void {
    clearTimeout(entry.timer)
    const left = (this.waiting.get(client) ?? []).filter(each => each !== entry)
    this.waitingCount--
    this.waiting.delete(client)
    if (left.length > 0) this.waiting.set(client, left)
  }

  /* The time to live begins with the first work, so that a client who never stops is counted anew too. */
  private count(client: string, workedMs: number): void {
    const counted = this.workedFor.get(client)
    if (counted) counted.ms += workedMs
    else this.workedFor.set(client, { ms: workedMs })
  }
}

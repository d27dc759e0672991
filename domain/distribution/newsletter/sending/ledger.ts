import type { Tx } from '#db/write.ts'
import { write } from '#db/write.ts'

type Books<Outcome> = {
  /** Notes that these may leave now, and gives those that may. */
  handOver: (tx: Tx, ids: number[]) => Promise<ReadonlySet<number>>
  settle: (tx: Tx, outcomes: Outcome[]) => Promise<void>
}

/*
 * Every transaction waits for the disk, and on SQLite the whole process waits with it. So a few messages share one, and
 * outcomes go with the messages that come next.
 */
const GATHERED_MS = 3

type Asked = { id: number; resolve: (mayLeave: boolean) => void; reject: (error: unknown) => void }

/**
 * Writes down what happens to messages on their way, several at once: what comes within a moment, or while one
 * transaction runs, gathers for the next. A message that was handed over is on the disk before its last byte leaves.
 */
export class Ledger<Outcome> {
  private asked: Asked[] = []
  private outcomes: Outcome[] = []
  private running: Promise<void> | null = null
  private fault: unknown = null
  private endGathering = () => {}

  /** `mostAsked`: nothing is waited for once so many messages want to leave. */
  constructor(
    private readonly books: Books<Outcome>,
    private readonly mostAsked: number,
  ) {}

  /** Whether a message may leave; true once that is written down. */
  handOver(id: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.asked.push({ id, resolve, reject })
      this.begin()
      if (this.asked.length >= this.mostAsked) this.endGathering()
    })
  }

  /** Notes what became of a message, soon. */
  settle(outcome: Outcome): void {
    this.outcomes.push(outcome)
    this.begin()
  }

  /** Whether something could not be written down. Nothing more should leave then. */
  get hasFailed(): boolean {
    return this.fault !== null
  }

  /**
   * Waits until everything is written down.
   * @throws the first error that kept an outcome from being written
   */
  async flush(): Promise<void> {
    while (this.running) await this.running
    if (this.fault !== null) throw this.fault
  }

  private begin(): void {
    this.running ??= this.writeAll()
  }

  private async writeAll(): Promise<void> {
    while (this.asked.length > 0 || this.outcomes.length > 0) {
      await this.gather()
      await this.writeGathered()
    }
    /* In the same moment in which nothing was left: what comes later begins anew. */
    this.running = null
  }

  private async gather(): Promise<void> {
    /* Those of the same moment go together. */
    await Promise.resolve()
    if (this.asked.length >= this.mostAsked) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, GATHERED_MS)
      this.endGathering = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private async writeGathered(): Promise<void> {
    const [asked, outcomes] = [this.asked, this.outcomes]
    this.asked = []
    this.outcomes = []
    const ids = asked.map(({ id }) => id)
    try {
      const mayLeave = await write(async tx => {
        if (outcomes.length > 0) await this.books.settle(tx, outcomes)
        return ids.length > 0 ? this.books.handOver(tx, ids) : new Set<number>()
      })
      for (const { id, resolve } of asked) resolve(mayLeave.has(id))
    } catch (error) {
      for (const { reject } of asked) reject(error)
      this.fault ??= error
    }
  }
}

import type { Tx } from '#db/write.ts'
import { write } from '#db/write.ts'

type Books<Outcome> = {
  /** Notes that these may leave now, and gives those that may. */
  handOver: (tx: Tx, ids: number[]) => Promise<ReadonlySet<number>>
  settle: (tx: Tx, outcomes: Outcome[]) => Promise<void>
}

type Asked = { id: number; resolve: (mayLeave: boolean) => void; reject: (error: unknown) => void }

/**
 * Writes down what happens to messages on their way, several at once: while one transaction runs, everything that comes
 * meanwhile gathers for the next. A message that was handed over is on the disk before its last byte leaves.
 */
export class Ledger<Outcome> {
  private asked: Asked[] = []
  private outcomes: Outcome[] = []
  private running: Promise<void> | null = null
  private fault: unknown = null

  constructor(private readonly books: Books<Outcome>) {}

  /** Whether a message may leave; true once that is written down. */
  handOver(id: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.asked.push({ id, resolve, reject })
      this.begin()
    })
  }

  /** Notes what became of a message, soon. */
  settle(outcome: Outcome): void {
    this.outcomes.push(outcome)
    this.begin()
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
    this.running ??= this.writeAll().finally(() => {
      this.running = null
    })
  }

  private async writeAll(): Promise<void> {
    /* Those of the same moment go together. */
    await Promise.resolve()
    while (this.asked.length > 0 || this.outcomes.length > 0) {
      const [asked, outcomes] = [this.asked, this.outcomes]
      this.asked = []
      this.outcomes = []
      try {
        const mayLeave = await write(async tx => {
          if (outcomes.length > 0) await this.books.settle(tx, outcomes)
          return asked.length > 0
            ? this.books.handOver(
                tx,
                asked.map(({ id }) => id),
              )
            : new Set<number>()
        })
        for (const { id, resolve } of asked) resolve(mayLeave.has(id))
      } catch (error) {
        for (const { reject } of asked) reject(error)
        this.fault ??= error
      }
    }
  }
}

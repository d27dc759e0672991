import { ExpectedError } from '#errors/expected-error.ts'

type Waiting = { go: () => void; timer: NodeJS.Timeout }

/**
 * Runs little work at once and lets little wait, none of it for long. Work beyond these limits is refused, never piled
 * up.
 */
export class RenderQueue {
  private running = 0
  private readonly queue: Waiting[] = []

  constructor(private readonly limits: { atOnce: number; maxWaiting: number; maxWaitMs: number }) {}

  get waiting(): number {
    return this.queue.length
  }

  /** @throws ExpectedError `renderQueue.full`, or `renderQueue.timedOut` when its turn does not come */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.take()
    try {
      return await work()
    } finally {
      this.handOn()
    }
  }

  private take(): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running++
      return Promise.resolve()
    }
    if (this.queue.length >= this.limits.maxWaiting)
      return Promise.reject(new ExpectedError('renderQueue.full'))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiting), 1)
        reject(new ExpectedError('renderQueue.timedOut'))
      }, this.limits.maxWaitMs)
      const waiting = { go: resolve, timer }
      this.queue.push(waiting)
    })
  }

  /* The place goes straight to the work that has waited the longest, so that nothing can slip in between. */
  private handOn(): void {
    const next = this.queue.shift()
    if (!next) {
      this.running--
      return
    }
    clearTimeout(next.timer)
    next.go()
  }
}

import { ExpectedError } from '#errors/expected-error.ts'

/** Runs jobs by name: the same job once at a time, few jobs at once, and only so many waiting. */
export type RenderQueue = { run<T>(key: string, job: () => Promise<T>): Promise<T> }

export function renderQueue({ atOnce, maxWaiting }: { atOnce: number; maxWaiting: number }): RenderQueue {
  const jobs = new Map<string, Promise<unknown>>()
  const waiting: (() => void)[] = []
  let running = 0

  const acquire = async () => {
    if (running < atOnce) {
      running++
      return
    }
    if (waiting.length >= maxWaiting) throw new ExpectedError('media.queueFull')
    /* The turn is handed over by whoever finishes, so nobody can slip in between. */
    await new Promise<void>(resolve => waiting.push(resolve))
  }
  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  return {
    run<T>(key: string, job: () => Promise<T>): Promise<T> {
      const same = jobs.get(key)
      if (same) return same as Promise<T>
      const started = acquire()
        .then(() => job().finally(release))
        .finally(() => jobs.delete(key))
      jobs.set(key, started)
      return started
    },
  }
}

/**
 * The process's one queue: kept on globalThis, because the server and Next's bundles each hold a copy of this
 * module and the processor is shared.
 */
export function sharedRenderQueue(): RenderQueue {
  const holder = globalThis as { [QUEUE]?: RenderQueue }
  holder[QUEUE] ??= renderQueue({ atOnce: 2, maxWaiting: 64 })
  return holder[QUEUE]
}

const QUEUE = Symbol.for('arab-press.render-queue')

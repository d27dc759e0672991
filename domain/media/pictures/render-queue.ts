import { ExpectedError } from '#errors/expected-error.ts'

/** Runs jobs by name: the same job only once at a time, a few jobs at once, and a limited number waiting. */
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
    /* The job that finishes hands over its place, so that no other job can take it in between. */
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
 * The one queue of the process, kept on globalThis: the server and Next's bundles each have a copy of this module, and
 * the processor is shared.
 */
export function sharedRenderQueue(): RenderQueue {
  const holder = globalThis as { [QUEUE]?: RenderQueue }
  holder[QUEUE] ??= renderQueue({ atOnce: 2, maxWaiting: 64 })
  return holder[QUEUE]
}

const QUEUE = Symbol.for('arab-press.render-queue')

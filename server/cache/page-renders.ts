import { isExpected } from '#errors/expected-error.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import type { ChangeLedger } from './change-ledger.ts'
import { makeCopy, type PageCopy } from './page-copy.ts'
import type { PageStore } from './page-store.ts'
import type { RenderQueue, Urgency } from './render-queue.ts'

/** Renders the page of a key. */
export type Render = () => Promise<FinishedPage>

/** Called after each render. */
export type OnRendered = (durationMs: number, outcome: 'rendered' | 'failed') => void

type Options = {
  store: PageStore
  queue: RenderQueue
  /** The page to answer with when the queue refuses a render. */
  unavailable: (key: string) => FinishedPage
  onRendered?: OnRendered
}

/**
 * A render that has begun: the content version before its first query, and the copy or the page of a fault that it
 * gives.
 */
export type PendingRender = { version: number; urgency: Urgency; result: Promise<PageCopy | FinishedPage> }

/** Renders pages, one at a time for each key, and stores them. */
export class PageRenders {
  private readonly pending = new Map<string, PendingRender>()

  constructor(private readonly options: Options) {}

  /** The render of a key that has begun and not ended. */
  pendingFor(key: string): PendingRender | undefined {
    return this.pending.get(key)
  }

  /** The same, when it is not one that may wait long. */
  urgentFor(key: string): PendingRender | undefined {
    const pending = this.pending.get(key)
    return pending?.urgency === 'behind' ? undefined : pending
  }

  /** Begins a render. Its copy is stored, unless everything was forgotten meanwhile (`isCurrent`). */
  start(
    key: string,
    render: Render,
    ledger: ChangeLedger,
    isCurrent: () => boolean,
    urgency: Urgency = 'new',
  ): PendingRender {
    const { version } = ledger
    const begunMs = Date.now()
    const result = this.inQueue(key, render, urgency).then(page => {
      if (page.status >= 500) return page
      const { store } = this.options
      const copy = copyOf(key, page, version, store.get(key))
      /*
       * A publication by a clock ahead of ours, or before ours was put back, could not be seen by the time of this
       * render: it will be, without another change.
       */
      if (begunMs < ledger.latestMs) copy.until = Math.min(copy.until, ledger.latestMs)
      if (isCurrent()) store.set(copy)
      return copy
    })
    const started = { version, urgency, result }
    this.pending.set(key, started)
    const forget = () => {
      if (this.pending.get(key) === started) this.pending.delete(key)
    }
    result.then(forget, forget)
    return started
  }

  /** Renders a page for one request alone; nothing is stored. */
  async once(key: string, render: Render, version: number): Promise<PageCopy | FinishedPage> {
    const page = await this.inQueue(key, render)
    return page.status >= 500 ? page : copyOf(key, page, version, undefined)
  }

  /** Lets renders that have begun end without being waited for by later requests. */
  forget(): void {
    this.pending.clear()
  }

  private async inQueue(key: string, render: Render, urgency: Urgency = 'new'): Promise<FinishedPage> {
    const { queue, store } = this.options
    /* A page that is stored has readers, who wait for it or read an old one. */
    const isRead = urgency === 'new' && store.get(key) !== undefined
    try {
      return await queue.run(() => this.timed(render), isRead ? 'changed' : urgency)
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
}

export function isCopy(result: PageCopy | FinishedPage): result is PageCopy {
  return 'hash' in result
}

function copyOf(key: string, page: FinishedPage, version: number, previous: PageCopy | undefined): PageCopy {
  const { status, answer } = page
  const isPage = page.kind === 'page'
  const facts = {
    key,
    status,
    contentType: isPage ? page.contentType : '',
    location: isPage ? null : page.location,
    cacheControl: isPage ? page.cacheControl : null,
    link: isPage ? page.link : null,
    body: isPage ? page.body : Buffer.alloc(0),
    answer,
    version,
    ...(isPage && page.marks ? { marks: page.marks } : {}),
  }
  return makeCopy(facts, previous, new Date())
}

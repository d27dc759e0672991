import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { log } from '#server/log.ts'
import type { ErrorPages } from './error-pages.ts'
import { forwardTo } from './forward.ts'
import { type FinishedPage, faultPage } from './reader-page.ts'
import type { FromThread, RenderJob, ThreadSettings, ToThread } from './render-jobs.ts'
import type { Renderer } from './renderer.ts'

type Options = Omit<ThreadSettings, 'socketPath'> & {
  /** The bundle that the thread runs. */
  file: string
  /** Whether the thread also takes requests as they are. */
  takesRequests: boolean
  /** A thread that needs longer for a render hangs, and is replaced. */
  maxRenderMs?: number
}

/*
 * A page needs a tenth of this at once. A thread that reaches this limit leaks memory; Node ends it, and it is
 * replaced.
 */
const MAX_HEAP_MB = 512
const FIRST_PAUSE_MS = 100
const MAX_PAUSE_MS = 5_000
const MAX_CLOSING_MS = 2_000

type Waiting = {
  resolve: (page: FinishedPage) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/**
 * Renders in a thread of its own, and starts another when that one dies or hangs.
 * @throws Error when the first thread cannot start, with the reason
 */
export async function renderInThread(options: Options): Promise<Renderer> {
  const thread = new RenderThread(options)
  const errorPages = await thread.ready
  const forward = thread.socketPath === null ? null : forwardTo(thread.socketPath)
  const render = (job: RenderJob) =>
    thread.render(job).catch(error => {
      log.error({ err: error, ...job }, 'A page could not be rendered')
      return faultPage(500, job.locale, { errorPages })
    })
  return {
    page: (url, locale, requestId) => render({ kind: 'page', url, locale, requestId }),
    status: (status, locale, requestId) => render({ kind: 'status', status, locale, requestId }),
    parts: (locale, requestId) => render({ kind: 'parts', locale, requestId }),
    errorPages,
    isReady: () => thread.isReady,
    passOn: async (request, response) => {
      if (forward === null) throw new Error('Nothing is passed on')
      await thread.ready
      await forward(request, response)
    },
    close: () => thread.close(),
  }
}

class RenderThread {
  readonly socketPath: string | null
  /** Settles when the current thread is able to render. */
  ready: Promise<ErrorPages>
  isReady = false
  private readonly folder: string | null
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastNumber = 0
  private failuresInRow = 0
  private isClosing = false

  constructor(private readonly options: Options) {
    this.folder = options.takesRequests ? fs.mkdtempSync(path.join(os.tmpdir(), 'arab-press-')) : null
    this.socketPath = this.folder && path.join(this.folder, 'rendering.sock')
    this.ready = this.start()
  }

  /** @throws Error when the thread ends before the page is rendered */
  async render(job: RenderJob): Promise<FinishedPage> {
    await this.ready
    return new Promise((resolve, reject) => {
      const number = ++this.lastNumber
      const { maxRenderMs = 30_000 } = this.options
      const timer = setTimeout(() => this.endHanging(job), maxRenderMs)
      this.waiting.set(number, { resolve, reject, timer })
      this.post({ number, job })
    })
  }

  async close(): Promise<void> {
    this.isClosing = true
    const { worker } = this
    if (worker) {
      const ended = new Promise(resolve => worker.once('exit', resolve))
      this.post('close')
      await Promise.race([ended, sleep(MAX_CLOSING_MS, undefined, { ref: false })])
      await worker.terminate()
    }
    if (this.folder) fs.rmSync(this.folder, { recursive: true, force: true })
  }

  private start(): Promise<ErrorPages> {
    const { file, root, port, host, siteUrl, dataDir } = this.options
    if (this.socketPath) fs.rmSync(this.socketPath, { force: true })
    const workerData: ThreadSettings = { root, port, host, siteUrl, dataDir, socketPath: this.socketPath }
    const worker = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    this.worker = worker
    const ready = new Promise<ErrorPages>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind !== 'ready') return this.onMessage(message)
        this.isReady = true
        resolve(message.errorPages)
      })
      worker.once('error', error => {
        log.error({ err: error }, 'The rendering thread failed')
        reject(error)
      })
      worker.once('exit', () => {
        reject(new Error('The rendering thread ended before it was ready'))
        this.ended(worker)
      })
    })
    /* Nobody may be waiting, and then the rejection would count as unhandled. */
    ready.catch(() => undefined)
    return ready
  }

  private onMessage(message: Exclude<FromThread, { kind: 'ready' }>): void {
    const waiting = this.waiting.get(message.number)
    if (!waiting) return
    this.waiting.delete(message.number)
    clearTimeout(waiting.timer)
    if (message.kind === 'failed') {
      waiting.reject(new Error(message.reason))
      return
    }
    this.failuresInRow = 0
    waiting.resolve(withBuffer(message.page))
  }

  private ended(worker: Worker): void {
    if (this.worker !== worker) return
    this.worker = null
    this.isReady = false
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer)
      reject(new Error('The rendering thread ended'))
    }
    this.waiting.clear()
    if (this.isClosing) return
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.failuresInRow++, MAX_PAUSE_MS)
    log.error({ pause }, 'The rendering thread has ended; another one starts')
    this.ready = sleep(pause).then(() => {
      if (this.isClosing) throw new Error('The portal is closing')
      return this.start()
    })
    this.ready.catch(() => undefined)
  }

  private endHanging(job: RenderJob): void {
    log.error({ ...job }, 'A render takes too long; its thread is ended')
    void this.worker?.terminate()
  }

  private post(message: ToThread): void {
    this.worker?.postMessage(message)
  }
}

/* A Buffer arrives from another thread as a plain Uint8Array. */
function withBuffer(page: FinishedPage): FinishedPage {
  if (page.kind === 'redirect') return page
  const { buffer, byteOffset, byteLength } = page.body
  return { ...page, body: Buffer.from(buffer, byteOffset, byteLength) }
}

import { type ChildProcess, fork } from 'node:child_process'
import { log } from '#server/log.ts'
import { type Encoder, encodeHere } from './encoder.ts'
import {
  ENCODER_SETTINGS,
  type EncoderSettings,
  type FromEncoder,
  type ToEncoder,
} from './encoder-messages.ts'
import type { PictureOutcome, PictureWork, WorkKind } from './picture-work.ts'

type Options = EncoderSettings & {
  /** The bundle that the process runs. */
  file: string
  /** A process that had nothing to do for so long ends. */
  idleMs?: number
  /** A process that needs longer for a piece of work hangs, and is ended. */
  maxWorkMs?: number
  /** A process that takes more memory ends after its work, and another one begins. */
  maxBytes?: number
}

type Pending = { resolve: (outcome: never) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

/*
 * glibc keeps what was freed for each thread; a process that encodes one picture after the other would grow by a
 * hundred megabytes. Elsewhere these mean nothing.
 */
const TIDY_MEMORY = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '262144',
}

/** The work was lost with the process that did it. Asked for again, it is done by another one. */
export const ENCODER_ENDED = 'ERR_ENCODER_ENDED'

/**
 * Works in a process of low priority, which is started for the first piece of work and ends when nothing is left to do.
 * Where no process can be started, it works in this one.
 */
export function encodeBeside(options: Options): Encoder {
  const { file, dataDir, fontsDir, niceness } = options
  const { idleMs = 15_000, maxWorkMs = 60_000, maxBytes = 180 * 1024 * 1024 } = options
  const here = encodeHere({ dataDir, fontsDir })
  let current: EncoderProcess | null = null
  const all = new Set<EncoderProcess>()
  let isClosed = false

  function processAtHand(): EncoderProcess | null {
    if (current?.isUsable) return current
    try {
      const started = new EncoderProcess(startProcess(), { idleMs, maxWorkMs, maxBytes })
      all.add(started)
      started.ended.then(() => all.delete(started))
      current = started
      return started
    } catch (error) {
      log.warn({ err: error }, 'No process for pictures could be started; they are encoded in this one')
      return null
    }
  }

  function startProcess(): ChildProcess {
    const settings: EncoderSettings = { dataDir, fontsDir, niceness }
    return fork(file, {
      execArgv: ['--expose-gc', '--max-semi-space-size=2'],
      env: { ...process.env, ...TIDY_MEMORY, [ENCODER_SETTINGS]: JSON.stringify(settings) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  }

  return {
    run: (kind, work) => {
      if (isClosed) return Promise.reject(lostWork())
      return processAtHand()?.run(kind, work) ?? here.run(kind, work)
    },
    close: () => {
      isClosed = true
      for (const each of all) each.end()
    },
  }
}

class EncoderProcess {
  readonly ended: Promise<void>
  isUsable = true
  private isKilled = false
  private readonly pending = new Map<number, Pending>()
  private lastNumber = 0
  private idleTimer: NodeJS.Timeout | undefined

  constructor(
    private readonly child: ChildProcess,
    private readonly limits: { idleMs: number; maxWorkMs: number; maxBytes: number },
  ) {
    child.on('message', (message: FromEncoder) => this.onAnswer(message))
    child.on('error', error => this.onEnd(error))
    this.ended = new Promise(resolve => {
      child.once('exit', (code, signal) => {
        if (code !== 0 && !this.isKilled)
          log.error({ code, signal }, 'The process that encodes pictures has ended')
        this.onEnd()
        resolve()
      })
    })
    /* It must not keep the portal alive. */
    child.unref()
    child.channel?.unref()
  }

  run<Kind extends WorkKind>(kind: Kind, work: PictureWork[Kind]): Promise<PictureOutcome[Kind]> {
    clearTimeout(this.idleTimer)
    return new Promise((resolve, reject) => {
      const number = ++this.lastNumber
      const timer = setTimeout(() => {
        log.error({ kind }, 'A picture takes too long; the process that encodes it is ended')
        this.kill()
      }, this.limits.maxWorkMs)
      timer.unref()
      this.pending.set(number, { resolve, reject, timer })
      const message: ToEncoder = { number, kind, work }
      this.child.send(message, error => {
        if (error) this.onEnd()
      })
    })
  }

  kill(): void {
    this.isUsable = false
    this.isKilled = true
    this.child.kill('SIGKILL')
  }

  private onAnswer(message: FromEncoder): void {
    const waiting = this.pending.get(message.number)
    if (!waiting) return
    this.pending.delete(message.number)
    clearTimeout(waiting.timer)
    if ('fault' in message) {
      const { message: text, code } = message.fault
      waiting.reject(Object.assign(new Error(text), code && { code }))
    } else waiting.resolve(message.outcome as never)
    if (message.bytes > this.limits.maxBytes) this.isUsable = false
    if (this.pending.size > 0) return
    this.idleTimer = setTimeout(() => this.end(), this.isUsable ? this.limits.idleMs : 0)
    this.idleTimer.unref()
  }

  /** Ends the process after the work that it has begun, whose outcome nobody waits for. */
  end(): void {
    this.isUsable = false
    if (this.child.connected) this.child.disconnect()
  }

  private onEnd(cause?: Error): void {
    this.isUsable = false
    clearTimeout(this.idleTimer)
    for (const { reject, timer } of this.pending.values()) {
      clearTimeout(timer)
      reject(lostWork(cause))
    }
    this.pending.clear()
  }
}

function lostWork(cause?: Error): Error {
  return Object.assign(new Error('The process that encodes pictures has ended', { cause }), {
    code: ENCODER_ENDED,
  })
}

import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Speak } from '#domain/media/audio/making/make-next.ts'
import type { FromVoice, ToVoice } from './voice-messages.ts'

type Options = {
  /** The bundle that the process runs. */
  file: string
  dataDir: string
  /** A process that needs longer hangs, and is ended. */
  maxWorkMs?: number
}

/** Speaks each text in a process of its own. */
export function speakBeside({ file, dataDir, maxWorkMs = 15 * 60_000 }: Options): Speak {
  const folder = path.join(dataDir, 'media/audio')
  return async (work, signal) => {
    await mkdir(folder, { recursive: true })
    const draft = path.join(folder, `${randomUUID()}.tmp`)
    try {
      await spoken(file, { ...work, path: draft }, AbortSignal.any([signal, AbortSignal.timeout(maxWorkMs)]))
      return { path: draft }
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }
}

function spoken(file: string, work: ToVoice, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], signal, killSignal: 'SIGKILL' })
    let answer: FromVoice | null = null
    child.once('message', (message: FromVoice) => {
      answer = message
    })
    child.once('error', reject)
    child.once('exit', (code, killed) => {
      if (answer?.fault === null) resolve()
      else reject(new Error(answer?.fault?.message ?? `The process that speaks ended: ${killed ?? code}`))
    })
    child.send(work, error => error && reject(error))
    /* It must not keep the portal alive. */
    child.unref()
    child.channel?.unref()
  })
}

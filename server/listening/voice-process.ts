/*
 * The process that speaks one text and ends. Encoding takes seconds of the processor, which readers must not feel: its
 * priority is low, and its memory goes back to the machine.
 */
import '#settings/env-file-first.ts'

import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { speakToFile } from '#domain/media/audio/making/speak-to-file.ts'
import { setEspeakProgram } from '#domain/media/audio/voices/offered-voices.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import type { FromVoice, ToVoice } from './voice-messages.ts'

/* As the operating system counts: behind every reader, before pictures that nobody waits for. */
const LOW_PRIORITY = 10

setEspeakProgram(path.join(path.dirname(fileURLToPath(import.meta.url)), 'espeak.js'))
try {
  os.setPriority(LOW_PRIORITY)
} catch {
  /* A sandbox may forbid it; the work is done all the same. */
}

const ended = new AbortController()
process.once('disconnect', () => {
  ended.abort()
  process.exit(0)
})
/* A terminal sends these to all processes; the portal says when this one ends. */
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})

process.once('message', async ({ path: file, ...work }: ToVoice) => {
  let answer: FromVoice = { fault: null }
  try {
    await speakToFile(work, file, ended.signal)
  } catch (error) {
    const message = isExpected(error) ? errorWords(error, 'en') : String((error as Error).stack ?? error)
    answer = { fault: { message } }
  }
  process.send?.(answer, () => process.disconnect())
})

/*
 * The process that encodes pictures. Its priority is low, so that readers do not feel it, and the memory that the image
 * library takes goes back to the machine when it ends.
 */
import os from 'node:os'
import sharp from 'sharp'
import {
  ENCODER_SETTINGS,
  type EncoderSettings,
  type FromEncoder,
  type ToEncoder,
} from './encoder-messages.ts'
import { doPictureWork } from './picture-work.ts'

const MAX_CLOSING_MS = 5_000
const settings = JSON.parse(process.env[ENCODER_SETTINGS] ?? '{}') as EncoderSettings

let running = 0

/* Several files are encoded at once instead: a thread each is faster than many threads for one. */
sharp.concurrency(1)
sharp.cache(false)
lowerPriority()

process.on('message', (message: ToEncoder) => void answer(message))
/* Also when the portal was killed: what has begun is finished, so that no draft is left behind. */
process.on('disconnect', () => {
  if (running === 0) process.exit(0)
  setTimeout(() => process.exit(0), MAX_CLOSING_MS)
})
/* A terminal sends these to all processes; the portal says when this one ends. */
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})

async function answer({ number, kind, work }: ToEncoder): Promise<void> {
  running++
  try {
    send({ number, ...memory(), outcome: await doPictureWork(kind, work, settings) })
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    send({ number, ...memory(), fault: { message, code } })
  }
  /* The pixels of each picture lie outside of the engine's heap, which does not notice how much they are. */
  globalThis.gc?.()
  running--
  if (running === 0 && !process.connected) process.exit(0)
}

const memory = () => ({ bytes: process.memoryUsage.rss() })

function send(message: FromEncoder): void {
  if (process.connected) process.send?.(message)
}

/* A sandbox may forbid it; the work is paced all the same. */
function lowerPriority(): void {
  try {
    os.setPriority(settings.niceness)
  } catch {}
}

import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#server/log.ts'

/* Together less than the ten seconds after which service managers kill a process. */
const MAX_WAIT_MS = 6_000
const MAX_CLOSING_MS = 3_000
const LOOK_AGAIN_MS = 50

export type Shutdown = { isClosing: () => boolean }

/**
 * On SIGTERM, SIGINT or SIGHUP: takes no new connections, lets running requests end, runs `closings` in order, and exits.
 * It does not wait for what takes too long.
 */
export function closeOnSignal(server: Server, closings: (() => unknown)[]): Shutdown {
  let isClosing = false
  const close = async (signal: NodeJS.Signals) => {
    if (isClosing) return
    isClosing = true
    process.stdout.write(`Arab Press is closing (${signal}).\n`)
    await Promise.race([closed(server), sleep(MAX_WAIT_MS)])
    server.closeAllConnections()
    const allDone = (async () => {
      for (const closing of closings) await attempt(closing)
    })()
    await Promise.race([allDone, sleep(MAX_CLOSING_MS)])
    process.exit(0)
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
  process.on('SIGHUP', close)
  return { isClosing: () => isClosing }
}

/* A kept-alive connection is idle again after each answer, and would stay open for another minute. */
async function closed(server: Server): Promise<void> {
  let isClosed = false
  server.close(() => {
    isClosed = true
  })
  while (!isClosed) {
    server.closeIdleConnections()
    await sleep(LOOK_AGAIN_MS)
  }
}

async function attempt(closing: () => unknown): Promise<void> {
  try {
    await closing()
  } catch (error) {
    log.error({ err: error }, 'Something could not be closed')
  }
}

import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from './log'

const LONGEST_WAIT_MS = 9_000

/**
 * On SIGTERM or SIGINT: takes no new requests, lets running ones end, runs `closings` in order, and exits. After
 * nine seconds it does not wait any longer.
 */
export function closeOnSignal(server: Server, closings: (() => unknown)[]): void {
  let isClosing = false
  const close = async (signal: NodeJS.Signals) => {
    if (isClosing) return
    isClosing = true
    process.stdout.write(`Arab Press is closing (${signal}).\n`)
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeIdleConnections()
    await Promise.race([closed, sleep(LONGEST_WAIT_MS)])
    server.closeAllConnections()
    for (const closing of closings) {
      try {
        await Promise.race([closing(), sleep(500)])
      } catch (error) {
        log.error({ err: error }, 'Something could not be closed')
      }
    }
    process.exit(0)
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}

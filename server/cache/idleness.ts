import { performance } from 'node:perf_hooks'

/* Looked at for a while, so that one moment does not decide. */
const WHILE_MS = 500
const MOST_BUSY = 0.5

let since = performance.eventLoopUtilization()
let sinceMs = performance.now()
let wasIdle = false

/** Whether this thread had time to spare lately. */
export function isIdle(): boolean {
  const now = performance.now()
  if (now - sinceMs >= WHILE_MS) {
    const until = performance.eventLoopUtilization()
    wasIdle = performance.eventLoopUtilization(until, since).utilization < MOST_BUSY
    since = until
    sinceMs = now
  }
  return wasIdle
}

const EVERY_MS = 1_000
/* An idle portal uses as much for its clock and its jobs. */
const IDLE_CORES = 0.1
const BUSY_CORES = 0.6
const MOST_RESTS = 9
/* Somebody may wait for the next file. */
const MOST_REST_MS = 3_000

/** Measures how many processors this process keeps busy; the one that encodes pictures does not count. */
export function measureOwnLoad(): () => number {
  let cores = 0
  let [used, at] = [usedMs(), performance.now()]
  setInterval(() => {
    const [usedNow, now] = [usedMs(), performance.now()]
    cores = (usedNow - used) / (now - at)
    used = usedNow
    at = now
  }, EVERY_MS).unref()
  return () => cores
}

function usedMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * The rest after work that no reader waits for: none while the portal is idle, nine times the work while it is busy, and
 * three seconds at most.
 */
export function restAfter(workedMs: number, cores: number): number {
  const share = (cores - IDLE_CORES) / (BUSY_CORES - IDLE_CORES)
  return Math.min(MOST_REST_MS, workedMs * MOST_RESTS * Math.min(1, Math.max(0, share)))
}

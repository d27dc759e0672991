export type BeaconLimit = { most: number; everyMs: number; mostAddresses: number }

/**
 * How often an address may be heard in a stretch of time. When more addresses speak than can be remembered, new ones
 * are not heard until the stretch is over: so many at once are not readers.
 */
export function beaconLimit({ most, everyMs, mostAddresses }: BeaconLimit) {
  const heard = new Map<string, number>()
  let beganMs = 0

  return (address: string, nowMs: number): boolean => {
    if (Math.abs(nowMs - beganMs) >= everyMs) {
      heard.clear()
      beganMs = nowMs
    }
    const times = heard.get(address) ?? 0
    if (times >= most || (times === 0 && heard.size >= mostAddresses)) return false
    heard.set(address, times + 1)
    return true
  }
}

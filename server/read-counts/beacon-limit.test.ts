import { expect, it } from 'vitest'
import { beaconLimit } from './beacon-limit'

it('hears an address so often in a minute', () => {
  const mayBeHeard = beaconLimit({ most: 2, everyMs: 60_000, mostAddresses: 10 })
  expect([0, 1, 2, 59_999].map(now => mayBeHeard('a', 1_000_000 + now))).toEqual([true, true, false, false])
  expect(mayBeHeard('b', 1_000_001)).toBe(true)
  expect(mayBeHeard('a', 1_060_000)).toBe(true)
})

it('remembers so many addresses, and hears no new ones until it may forget', () => {
  const mayBeHeard = beaconLimit({ most: 5, everyMs: 60_000, mostAddresses: 2 })
  const heard = (address: string, nowMs: number) => mayBeHeard(address, 1_000_000 + nowMs)
  expect(['a', 'b', 'c', 'a'].map(address => heard(address, 0))).toEqual([true, true, false, true])
  expect(heard('c', 60_000)).toBe(true)
})

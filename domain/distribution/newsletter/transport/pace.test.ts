import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pace } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function counted(perSecond: number, wanted: number) {
  const turn = pace(perSecond)
  const taken = { turns: 0 }
  for (let number = 0; number < wanted; number++)
    turn().then(() => {
      taken.turns += 1
    })
  return taken
}

it('gives so many turns a second, whoever asks at once', async () => {
  const taken = counted(4, 12)
  await vi.advanceTimersByTimeAsync(0)
  expect(taken.turns).toBe(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(taken.turns).toBe(4)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(taken.turns).toBe(8)
})

it('makes nothing up for a time when nobody asked', async () => {
  const turn = pace(10)
  await turn()
  await vi.advanceTimersByTimeAsync(60_000)
  let turns = 0
  for (let number = 0; number < 50; number++)
    turn().then(() => {
      turns += 1
    })
  await vi.advanceTimersByTimeAsync(950)
  expect(turns).toBe(10)
})

it('gives every turn at once without a limit', async () => {
  const taken = counted(0, 1_000)
  await vi.advanceTimersByTimeAsync(0)
  expect(taken.turns).toBe(1_000)
})

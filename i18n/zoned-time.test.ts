import { describe, expect, it } from 'vitest'
import { instantIn, partsIn } from './zoned-time.ts'

describe('time in a zone', () => {
  it('is another day in another zone', () => {
    const at = new Date('2026-01-14T21:30:00Z')
    expect(partsIn('UTC', at).day).toBe(14)
    expect(partsIn('Asia/Riyadh', at)).toEqual({ year: 2026, month: 1, day: 15, hour: 0, minute: 30 })
  })

  it('finds clock times on both sides of a clock change', () => {
    const paris = 'Europe/Paris'
    const winter = instantIn(paris, { year: 2026, month: 3, day: 29, hour: 1, minute: 30 })
    const summer = instantIn(paris, { year: 2026, month: 3, day: 29, hour: 3, minute: 30 })
    expect(winter.toISOString()).toBe('2026-03-29T00:30:00.000Z')
    expect(summer.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })
})

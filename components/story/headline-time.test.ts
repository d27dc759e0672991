import { describe, expect, it } from 'vitest'
import { headlineTime } from './headline-time.ts'

/* Riyadh is three hours ahead of UTC. */
const now = new Date('2026-02-22T09:00:00Z')

describe('headline time', () => {
  it('is the clock today', () => {
    expect(headlineTime(new Date('2026-02-22T05:31:00Z'), now, 'ar')).toEqual({
      text: '08:31',
      isToday: true,
    })
  })

  it('counts the day in the time zone of the site', () => {
    expect(headlineTime(new Date('2026-02-21T21:10:00Z'), now, 'en')).toEqual({
      text: '00:10',
      isToday: true,
    })
    expect(headlineTime(new Date('2026-02-21T20:59:00Z'), now, 'en')).toEqual({
      text: '21\u00a0Feb',
      isToday: false,
    })
  })

  it('is the day before that', () => {
    expect(headlineTime(new Date('2026-02-19T10:00:00Z'), now, 'ar').text).toBe('19\u00a0فبراير')
  })

  it('does not take the same day of another year for today', () => {
    expect(headlineTime(new Date('2025-02-22T05:31:00Z'), now, 'ar')).toEqual({
      text: 'فبراير 2025',
      isToday: false,
    })
    expect(headlineTime(new Date('2024-11-02T05:31:00Z'), now, 'en').text).toBe('Nov 2024')
  })
})

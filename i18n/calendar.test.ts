import { describe, expect, it } from 'vitest'
import { monthCells, weekdayNames } from './calendar.ts'

describe('calendar', () => {
  it('lays a month out in whole weeks that begin on Sunday', () => {
    const weeks = monthCells(2026, 2)
    expect(weeks).toHaveLength(4)
    expect(weeks[0]).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(monthCells(2026, 1)[0]).toEqual([null, null, null, null, 1, 2, 3])
    expect(monthCells(2024, 2).flat().filter(Boolean)).toHaveLength(29)
  })

  it('names the days in each language', () => {
    expect(weekdayNames('ar')[6]).toEqual({ long: 'السبت', short: 'سبت' })
    expect(weekdayNames('en')[0]).toEqual({ long: 'Sunday', short: 'Sun' })
  })
})

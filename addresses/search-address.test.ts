import { describe, expect, it } from 'vitest'
import { readSearchWish, searchAddress } from './search-address.ts'

const days = (query: string) => {
  const { from, to } = readSearchWish(new URLSearchParams(query))
  return [from, to]
}

describe('the days of a search', () => {
  it('stand in one part of the address each', () => {
    expect(days('from=2026-02-03&to=2026-03-04')).toEqual(['2026-02-03', '2026-03-04'])
    expect(days('from=2026-02-30&to=yesterday')).toEqual([null, null])
  })

  it('come from a form in three fields, in the digits of any keyboard', () => {
    expect(days('from-day=3&from-month=2&from-year=2026&to-day=4&to-month=3&to-year=٢٠٢٦')).toEqual([
      '2026-02-03',
      '2026-03-04',
    ])
  })

  it('may be a month or a year', () => {
    expect(days('from-month=2&from-year=2024&to-month=2&to-year=2024')).toEqual(['2024-02-01', '2024-02-29'])
    expect(days('from-year=2024&to-year=2025')).toEqual(['2024-01-01', '2025-12-31'])
  })

  it('are the last of a month that has no such day', () => {
    expect(days('to-day=31&to-month=2&to-year=2025')).toEqual([null, '2025-02-28'])
  })

  it('are none without a year, or with one that nobody means', () => {
    expect(days('from-day=3&from-month=2')).toEqual([null, null])
    expect(days('from-year=20260&to-year=-5')).toEqual([null, null])
    expect(days('from-day=x&from-month=99&from-year=2026')).toEqual(['2026-01-01', null])
  })

  it('are put in order', () => {
    expect(days('from=2026-03-04&to=2026-02-03')).toEqual(['2026-02-03', '2026-03-04'])
  })

  it('have one address however they were given', () => {
    const wish = readSearchWish(new URLSearchParams('q=x&from-day=3&from-month=2&from-year=2026'))
    expect(searchAddress('en', wish)).toBe('/en/search?q=x&from=2026-02-03')
  })
})

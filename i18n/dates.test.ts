import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDay,
  formatDayAndClock,
  formatHijriDay,
  formatMastheadDay,
  formatNarrowDay,
  formatWeekdayAndDay,
  formatWeekdayInYear,
  isoDay,
  startOfDay,
} from './dates.ts'

const at = new Date('2025-02-22T11:31:00Z')

describe('dates', () => {
  it('prints Gregorian days with Western digits and Gulf months', () => {
    expect(formatDay(at, 'ar')).toBe('22\u00a0فبراير 2025')
    expect(formatDay(at, 'en')).toBe('22\u00a0February 2025')
    expect(formatDayAndClock(at, 'ar')).toBe('22\u00a0فبراير 2025، 14:31')
    expect(formatDayAndClock(at, 'en')).toBe('22\u00a0February 2025, 14:31')
  })

  it('names the weekday where a page is about one day', () => {
    expect(formatWeekdayAndDay(at, 'ar')).toBe('السبت 22\u00a0فبراير 2025')
    expect(formatWeekdayAndDay(at, 'en')).toBe('Saturday 22\u00a0February 2025')
    expect(formatWeekdayInYear(at, 'ar')).toBe('السبت 22\u00a0فبراير')
  })

  it('fits the date into a line of a phone', () => {
    expect(formatNarrowDay(at, 'ar')).toBe('السبت 22\u00a0فبراير 2025')
    expect(formatNarrowDay(at, 'en')).toBe('Sat 22\u00a0February 2025')
  })

  it('gives the masthead both month names in Arabic, and the Hijri day by umm al-qura', () => {
    expect(formatMastheadDay(at, 'ar')).toBe('السبت 22\u00a0فبراير/شباط 2025')
    expect(formatMastheadDay(at, 'en')).toBe('Saturday 22\u00a0February 2025')
    expect(formatHijriDay(at, 'ar')).toBe('23\u00a0شعبان 1446\u00a0هـ')
    expect(formatHijriDay(at, 'en')).toMatch(/^23\u00a0Sha.?ban 1446\u00a0AH$/)
    expect(formatHijriDay(new Date('2026-01-15T09:00:00Z'), 'ar')).toBe('26\u00a0رجب 1447\u00a0هـ')
  })

  it('puts every Hijri month behind its day in the genitive', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      formatHijriDay(new Date(Date.UTC(2025, 6, 5 + Math.round(month * 29.5), 9)), 'ar'),
    )
    expect(months.map(day => day.replace(/^\d+\u00a0/, '').replace(/ \d+\u00a0هـ$/, ''))).toEqual([
      'محرّم',
      'صفر',
      'ربيع الأول',
      'ربيع الآخر',
      'جمادى الأولى',
      'جمادى الآخرة',
      'رجب',
      'شعبان',
      'رمضان',
      'شوّال',
      'ذي القعدة',
      'ذي الحجة',
    ])
    expect(formatHijriDay(new Date('2026-06-10T09:00:00Z'), 'ar')).toBe('24\u00a0ذي الحجة 1447\u00a0هـ')
  })

  it('counts days in the time zone of the site, not of the machine', () => {
    const late = new Date('2026-01-14T21:30:00Z')
    expect(isoDay(late)).toBe('2026-01-15')
    expect(formatClock(late)).toBe('00:30')
  })

  it('finds the instant at which a day begins', () => {
    expect(startOfDay(2026, 1, 15).toISOString()).toBe('2026-01-14T21:00:00.000Z')
    expect(startOfDay(2026, 13, 1).toISOString()).toBe('2026-12-31T21:00:00.000Z')
  })
})

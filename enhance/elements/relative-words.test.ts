import { describe, expect, it } from 'vitest'
import { type RelativeWords, relativeTime } from './relative-words.ts'

const arabic: RelativeWords = {
  now: 'الآن',
  minutes: {
    one: 'منذ دقيقة',
    two: 'منذ دقيقتين',
    few: 'منذ # دقائق',
    many: 'منذ # دقيقة',
    other: 'منذ # دقيقة',
  },
  hours: { one: 'منذ ساعة', two: 'منذ ساعتين', few: 'منذ # ساعات', many: 'منذ # ساعة', other: 'منذ # ساعة' },
}
const english: RelativeWords = {
  now: 'now',
  minutes: { one: '# minute ago', other: '# minutes ago' },
  hours: { one: '# hour ago', other: '# hours ago' },
}
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('relative times', () => {
  it('agree with their number in Arabic', () => {
    const plural = new Intl.PluralRules('ar')
    const phrases = [0, 1, 2, 3, 10, 11, 59].map(minutes => relativeTime(minutes * MINUTE_MS, arabic, plural))
    expect(phrases).toEqual([
      'الآن',
      'منذ دقيقة',
      'منذ دقيقتين',
      'منذ 3 دقائق',
      'منذ 10 دقائق',
      'منذ 11 دقيقة',
      'منذ 59 دقيقة',
    ])
    expect(relativeTime(2 * HOUR_MS, arabic, plural)).toBe('منذ ساعتين')
    expect(relativeTime(23.9 * HOUR_MS, arabic, plural)).toBe('منذ 23 ساعة')
  })

  it('agree with their number in English', () => {
    const plural = new Intl.PluralRules('en')
    expect(relativeTime(MINUTE_MS, english, plural)).toBe('1 minute ago')
    expect(relativeTime(5.5 * HOUR_MS, english, plural)).toBe('5 hours ago')
  })

  it('give way to the printed time after a day, and before a clock that runs slow', () => {
    const plural = new Intl.PluralRules('en')
    expect(relativeTime(24 * HOUR_MS, english, plural)).toBeNull()
    expect(relativeTime(-30_000, english, plural)).toBe('now')
    expect(relativeTime(-HOUR_MS, english, plural)).toBeNull()
  })
})

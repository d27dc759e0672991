import { describe, expect, it } from 'vitest'
import { compareNames, formatNumber, listParts } from './numbers.ts'

const joined = (items: string[], locale: 'ar' | 'en') =>
  listParts(items, locale)
    .map(part => part.value)
    .join('')

describe('numbers and lists', () => {
  it('uses Western digits in both languages', () => {
    expect(formatNumber(1234567, 'ar')).toBe('1,234,567')
    expect(formatNumber(1234567, 'en')).toBe('1,234,567')
  })

  it('joins names as each language does', () => {
    expect(joined(['مصر', 'الأردن', 'لبنان'], 'ar')).toBe('مصر والأردن ولبنان')
    expect(joined(['A', 'B', 'C'], 'en')).toBe('A, B and C')
    expect(joined(['رنا'], 'ar')).toBe('رنا')
  })

  it('orders Arabic names without their article', () => {
    expect(['الزهراء', 'بدر', 'أحمد'].sort((a, b) => compareNames(a, b, 'ar'))).toEqual([
      'أحمد',
      'بدر',
      'الزهراء',
    ])
  })
})

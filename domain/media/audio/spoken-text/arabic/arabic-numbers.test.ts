import { describe, expect, it } from 'vitest'
import { cardinal, ordinal } from './arabic-numbers.ts'

const UNITS = {
  masculine:
    'صفر|واحد|اثنان|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|أحد عشر|اثنا عشر|ثلاثة عشر|أربعة عشر|خمسة عشر|ستة عشر|سبعة عشر|ثمانية عشر|تسعة عشر|عشرون',
  feminine:
    'صفر|واحدة|اثنتان|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|إحدى عشرة|اثنتا عشرة|ثلاث عشرة|أربع عشرة|خمس عشرة|ست عشرة|سبع عشرة|ثماني عشرة|تسع عشرة|عشرون',
}

describe.each(['masculine', 'feminine'] as const)('a number of %s things', gender => {
  const words = UNITS[gender].split('|')
  const say = (number: number) => cardinal(number, { gender })

  it('from 0 to 20', () => {
    expect(words.map((_, number) => say(number))).toEqual(words)
  })

  it('from 100 to 111', () => {
    const after = words.slice(0, 12).map((word, number) => (number === 0 ? 'مئة' : `مئة و${word}`))
    expect(after.map((_, number) => say(100 + number))).toEqual(after)
  })

  it('of thousands, which are masculine whatever is counted', () => {
    const thousands = [
      ...['ألف', 'ألفان', 'ثلاثة آلاف', 'أربعة آلاف', 'خمسة آلاف', 'ستة آلاف', 'سبعة آلاف'],
      ...['ثمانية آلاف', 'تسعة آلاف', 'عشرة آلاف', 'أحد عشر ألفًا', 'اثنا عشر ألفًا'],
    ]
    expect(thousands.map((_, index) => say((index + 1) * 1000))).toEqual(thousands)
  })

  it('of millions and more', () => {
    expect([1e6, 2e6, 3e6, 11e6, 100e6, 1e9, 3e9, 1e12].map(say)).toEqual([
      ...[
        'مليون',
        'مليونان',
        'ثلاثة ملايين',
        'أحد عشر مليونًا',
        'مئة مليون',
        'مليار',
        'ثلاثة مليارات',
        'تريليون',
      ],
    ])
  })
})

it.each([
  [2, 'مئتي', 200],
  [3, 'ثماني', 8],
  [4, 'ألفي', 2000],
  [5, 'أحد عشر ألف', 11_000],
  [6, 'مئتي ألف', 200_000],
  [7, 'مليون ومئتين وأربعة وثلاثين ألفًا وخمسمئة وسبع وستين', 1_234_567],
])('a number before its noun, in the genitive (%i)', (_, words, number) => {
  expect(cardinal(number, { gender: 'feminine', isOblique: true, hasNoun: true })).toBe(words)
})

it('a rank agrees with what is ranked', () => {
  expect([1, 2, 10, 11, 12, 20, 21].map(number => ordinal(number, 'feminine'))).toEqual([
    ...['الأولى', 'الثانية', 'العاشرة', 'الحادية عشرة', 'الثانية عشرة', 'العشرون', 'الحادية والعشرون'],
  ])
})

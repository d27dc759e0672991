import { describe, expect, it } from 'vitest'
import { slugify } from './slug.ts'

describe('slugify', () => {
  it.each([
    ['المرافئ تستعيد حركتها', 'المرافئ-تستعيد-حركتها'],
    ['رئيس الوزراء يعلن: «انخفاض التضخم 12.5%» (رويترز)', 'رئيس-الوزراء-يعلن-انخفاض-التضخم-12-5-رويترز'],
    ['مُحَمَّدٌ وَالأُمَّةُ', 'محمد-والأمة'],
    ['الـــحـرب', 'الحرب'],
    ['Apple Inc. announces: iPhone 17! (C++)', 'apple-inc-announces-iphone-17-c'],
    ['What’s new?', 'whats-new'],
    ['  ', ''],
    ['؟!', ''],
  ])('%s', (text, slug) => expect(slugify(text)).toBe(slug))

  it('is NFC, whatever came in', () => {
    expect(slugify('أحمد'.normalize('NFD'))).toBe('أحمد'.normalize('NFC'))
  })

  it('cuts between words, at 8 words and 60 characters', () => {
    expect(slugify('one two three four five six seven eight nine ten')).toBe(
      'one-two-three-four-five-six-seven-eight',
    )
    const long = slugify(`${'ا'.repeat(40)} ${'ب'.repeat(40)}`)
    expect(long).toBe('ا'.repeat(40))
    expect([...slugify('ج'.repeat(200))]).toHaveLength(60)
  })
})

import { describe, expect, it } from 'vitest'
import { isUnbroken, unbrokenDays } from './unbroken.ts'

describe('words that stay on one line', () => {
  it('are a day and its month, by every name of the month', () => {
    expect(unbrokenDays('وفي 26 نوفمبر 2026 أو 3 كانون الثاني')).toBe(
      'وفي 26\u00a0نوفمبر 2026 أو 3\u00a0كانون الثاني',
    )
    expect(unbrokenDays('On 26 November, and in 2026 November came')).toBe(
      'On 26\u00a0November, and in 2026 November came',
    )
    expect(unbrokenDays('ظلّت 5 مارسات و12 خبرًا')).toBe('ظلّت 5 مارسات و12 خبرًا')
  })

  it('are short names, ranges and telephone numbers, not long phrases', () => {
    for (const run of ['BBC News', 'iPhone 17', '2025-2026', '+961 1 234 567 89'])
      expect(isUnbroken(run)).toBe(true)
    expect(isUnbroken('The Ministry of Public Works')).toBe(false)
  })
})

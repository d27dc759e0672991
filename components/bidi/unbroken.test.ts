import { describe, expect, it } from 'vitest'
import { unbrokenDays, unbrokenRun } from './unbroken'

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

  it('are short names and telephone numbers, not long phrases', () => {
    expect(unbrokenRun('BBC News')).toBe('BBC\u00a0News')
    expect(unbrokenRun('iPhone 17')).toBe('iPhone\u00a017')
    expect(unbrokenRun('+961 1 234 567 89')).toBe('+961\u00a01\u00a0234\u00a0567\u00a089')
    expect(unbrokenRun('The Ministry of Public Works')).toBe('The Ministry of Public Works')
  })
})

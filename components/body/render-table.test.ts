import { describe, expect, it } from 'vitest'
import { isFigure } from './table-figures.ts'

describe('figures in cells', () => {
  it('are told from words, with their signs', () => {
    for (const text of ['-5', '3-1', '2025-2026', '+961 1 234 567', '12.5%', '10:30', '$50', '−0.4']) {
      expect(isFigure(text)).toBe(true)
    }
    for (const text of ['', '-', '5 km', '12 ألفًا', '—']) expect(isFigure(text)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { directionOf } from './text-direction.ts'

describe('the direction of a language', () => {
  it('comes from the language, whatever the region', () => {
    expect(['ar', 'ar-EG', 'FA-AF', 'he', 'ckb'].map(directionOf)).toEqual(Array(5).fill('rtl'))
    expect(['en', 'fr', 'zh-Hant', 'tr'].map(directionOf)).toEqual(Array(4).fill('ltr'))
  })

  it('comes from the script when the tag names one', () => {
    expect(directionOf('ku-Arab')).toBe('rtl')
    expect(directionOf('ar-Latn')).toBe('ltr')
  })
})

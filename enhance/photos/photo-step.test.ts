import { describe, expect, it } from 'vitest'
import { stepOf } from './photo-step.ts'

describe('arrow keys in the lightbox', () => {
  it('move on in the direction of reading', () => {
    expect(stepOf('ArrowLeft', 'rtl')).toBe(1)
    expect(stepOf('ArrowRight', 'rtl')).toBe(-1)
    expect(stepOf('ArrowRight', 'ltr')).toBe(1)
    expect(stepOf('ArrowLeft', 'ltr')).toBe(-1)
  })

  it('leave every other key alone', () => {
    expect(stepOf('Escape', 'rtl')).toBe(0)
    expect(stepOf('ArrowUp', 'ltr')).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { detectLocale, isolate, stripBidiControls } from './bidi.ts'

describe('bidi', () => {
  it('isolates with first-strong isolates', () => {
    expect(isolate('Apple Inc.')).toBe('\u2068Apple Inc.\u2069')
  })

  it('removes controls that disguise a text, and keeps the marks that editors need', () => {
    expect(stripBidiControls('a\u202eb\u2067c\u2069')).toBe('abc')
    expect(stripBidiControls('عربي\u200f!')).toBe('عربي\u200f!')
  })

  it('tells the language of a text by its letters', () => {
    expect(detectLocale('BBC: عاجل من القاهرة')).toBe('ar')
    expect(detectLocale('The word سلام in an English sentence')).toBe('en')
    expect(detectLocale('2026')).toBe('en')
  })
})

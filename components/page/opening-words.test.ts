import { describe, expect, it } from 'vitest'
import { openingWords, shortened } from './opening-words.ts'

describe('a description from a text', () => {
  it('is its first paragraph, without what stands before it', () => {
    const text = (words: string) => [{ type: 'text' as const, text: words }]
    const body = {
      type: 'doc' as const,
      content: [
        { type: 'heading' as const, attrs: { level: 2 as const }, content: text('Us') },
        { type: 'paragraph' as const, content: text('We print.') },
      ],
    }
    expect(openingWords(body)).toBe('We print.')
    expect(openingWords({ type: 'doc', content: [] })).toBe('')
  })

  it('ends with a whole word, and not with a comma', () => {
    expect(shortened('One, two and three', 9)).toBe('One, two…')
    expect(shortened('واحد، اثنان وثلاثة', 8)).toBe('واحد…')
    expect(shortened('Short', 9)).toBe('Short')
    expect(shortened('Unbreakable', 5)).toBe('Unbr…')
  })
})

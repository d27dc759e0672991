import { describe, expect, it } from 'vitest'
import type { Body } from './body.ts'
import { bodyText, countWords } from './plain-text.ts'

const body = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

describe('countWords', () => {
  it('counts Arabic words with their vowel marks as one each', () => {
    expect(countWords(body('قالَ مُحَمَّدٌ: «الميناءُ لا ينامُ»، ثمّ انصرف.'))).toBe(7)
  })

  it('counts English words with apostrophes, numbers and hyphens as one each', () => {
    expect(countWords(body("Don't pay 1,250.50 for an e-mail — ever."))).toBe(7)
  })

  it('does not join the last word of a paragraph to the first of the next', () => {
    expect(countWords(body('one', 'two'))).toBe(2)
    expect(bodyText(body('one', 'two'))).toBe('one\ntwo')
  })
})

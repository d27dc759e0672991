import { describe, expect, it } from 'vitest'
import type { Body, InlineNode } from './body.ts'
import { bodyText, countWords, inlineText, textOf } from './plain-text.ts'

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

describe('the words of a node', () => {
  const broken: InlineNode[] = [
    { type: 'text', text: 'صدر' },
    { type: 'hardBreak' },
    { type: 'text', text: 'عجز', marks: [{ type: 'bold' }] },
  ]

  it('part at a line break as whoever asks needs it', () => {
    expect(inlineText(broken)).toBe('صدر عجز')
    expect(inlineText(broken, '\n')).toBe('صدر\nعجز')
    expect(inlineText(undefined)).toBe('')
    expect(bodyText({ type: 'doc', content: [{ type: 'paragraph', content: broken }] })).toBe('صدر\nعجز')
  })

  it('keep the blocks of a cell and of an item apart', () => {
    const content = body('one', 'two').content
    expect(textOf({ type: 'tableCell', content })).toBe('one two')
    expect(textOf({ type: 'listItem', content })).toBe('one two')
    expect(textOf({ type: 'blockquote', content })).toBe('onetwo')
  })
})

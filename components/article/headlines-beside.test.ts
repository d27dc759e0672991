import { describe, expect, it } from 'vitest'
import type { Body } from '#body/body.ts'
import { headlinesBeside } from './headlines-beside.ts'

const bodyOf = (paragraphs: number): Body => ({
  type: 'doc',
  content: Array.from({ length: paragraphs }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'كلمة '.repeat(60) }],
  })),
})

const count = (paragraphs: number, hasMostRead = false) =>
  headlinesBeside({ body: bodyOf(paragraphs), lead: null, locale: 'ar' }, hasMostRead)

describe('headlines beside an article', () => {
  it('are as many as the text is long, within limits', () => {
    expect(count(1)).toBe(12)
    expect(count(10)).toBeGreaterThan(20)
    expect(count(10)).toBeLessThan(40)
    expect(count(60)).toBe(50)
  })

  it('make room for the most read', () => {
    expect([count(1, true), count(60, true)]).toEqual([6, 44])
  })
})

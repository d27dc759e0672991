import { describe, expect, it } from 'vitest'
import type { Body } from '#body/body.ts'
import type { Picture } from '#db/shapes.ts'
import { heightOf, railOf } from './rail.ts'

const bodyOf = (paragraphs: number): Body => ({
  type: 'doc',
  content: Array.from({ length: paragraphs }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'كلمة '.repeat(60) }],
  })),
})
const article = (paragraphs: number) => ({ body: bodyOf(paragraphs), lead: null, locale: 'ar' as const })
const rail = (paragraphs: number, ranked = 10, available = 60) =>
  railOf(article(paragraphs), { ranked, available })

describe('the rail of an article', () => {
  it('has about fifty lines with the most-read list, however short the article is', () => {
    expect(rail(1).headlines).toBe(40)
    expect(rail(10).headlines).toBe(40)
    expect(rail(1, 0).headlines).toBe(50)
  })

  it('does not put the most read beside an article that is lower than their list', () => {
    expect(rail(2).hasMostRead).toBe(false)
    expect(rail(6).hasMostRead).toBe(true)
    expect(rail(30, 0).hasMostRead).toBe(false)
  })

  it('has more pictures the longer the article is, and fewer old headlines beside a very long one', () => {
    expect(rail(6).pictured).toBe(0)
    expect(rail(30).pictured).toBeGreaterThan(rail(20).pictured)
    expect(rail(30).headlines).toBeLessThan(30)
  })

  it('has no more of anything than a small newsroom has', () => {
    expect(rail(60, 0, 3)).toEqual({ headlines: 3, pictured: 3, hasMostRead: false })
    expect(rail(60, 0, 0)).toEqual({ headlines: 0, pictured: 0, hasMostRead: false })
  })

  it('counts the box of the newsletter as height', () => {
    const few = { ranked: 10, available: 60 }
    expect(railOf(article(4), few).hasMostRead).toBe(false)
    expect(railOf(article(4), { ...few, hasOffer: true }).hasMostRead).toBe(true)
  })

  it('counts a lead picture as height', () => {
    expect(heightOf({ ...article(1), lead: {} as Picture })).toBeGreaterThan(heightOf(article(1)) + 400)
  })
})

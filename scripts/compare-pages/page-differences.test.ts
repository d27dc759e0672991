import { describe, expect, it } from 'vitest'
import { pageDifferences, withoutHashedNames } from './page-differences.mjs'

describe('a comparison of pages', () => {
  it('finds nothing between equal answers', () => {
    const pages = new Map([['/ar', '200\n\n<p>خبر</p>']])
    expect(pageDifferences(pages, new Map(pages))).toEqual([])
  })

  it('names a page that differs, with the place', () => {
    const before = new Map([['/ar', `${'x'.repeat(500)}<p>before</p>`]])
    const after = new Map([['/ar', `${'x'.repeat(500)}<p>after</p>`]])
    expect(pageDifferences(before, after)).toMatchObject([
      {
        path: '/ar',
        before: expect.stringContaining('<p>before'),
        after: expect.stringContaining('<p>after'),
      },
    ])
  })

  it('names a page that only one of them has', () => {
    const pages = new Map([['/en/new', '200']])
    expect(pageDifferences(new Map(), pages).map(({ path }) => path)).toEqual(['/en/new'])
    expect(pageDifferences(pages, new Map()).map(({ path }) => path)).toEqual(['/en/new'])
  })
})

describe('names that carry a hash', () => {
  it.each([
    ['<script src="/_next/static/chunks/0ab-9.js">', '<script src="/_next/static/chunks/77f.js">'],
    ['<link href="/enhance/reader.0123456789ab.js">', '<link href="/enhance/reader.ffffffffffff.js">'],
    ['<p class="Front-module__aB3_xY__lead">', '<p class="Front-module__Zz9-qW__lead">'],
  ])('make no difference: %s', (one, other) => {
    expect(withoutHashedNames(one)).toBe(withoutHashedNames(other))
  })

  it.each([
    ['<a href="/media/0123456789ab.webp">', '<a href="/media/ffffffffffff.webp">'],
    ['<p class="Front-module__aB3_xY__lead">', '<p class="Front-module__aB3_xY__rest">'],
    ['<link href="/enhance/reader.0123456789ab.js">', '<link href="/enhance/search.0123456789ab.js">'],
  ])('and nothing else is taken for one: %s', (one, other) => {
    expect(withoutHashedNames(one)).not.toBe(withoutHashedNames(other))
  })
})

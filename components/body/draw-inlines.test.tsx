import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { InlineNode, Mark } from '../../db/body'
import { drawInlines } from './draw-inlines'

const text = (words: string, ...marks: Mark[]): InlineNode => ({ type: 'text', text: words, marks })
const drawn = (...nodes: InlineNode[]) => renderToStaticMarkup(drawInlines(nodes))
const link: Mark = { type: 'link', attrs: { href: '/ar/latest' } }
const bold: Mark = { type: 'bold' }

describe('the text of a block', () => {
  it('keeps a link whole when a word in it is bold', () => {
    expect(drawn(text('one ', link), text('two', link, bold), text(' three', link))).toBe(
      '<a href="/ar/latest">one <strong>two</strong> three</a>',
    )
  })

  it('keeps neighbouring links apart when they lead elsewhere', () => {
    const other: Mark = { type: 'link', attrs: { href: 'https://example.org' } }
    expect(drawn(text('one', link), text('two', other))).toBe(
      '<a href="/ar/latest">one</a><a href="https://example.org" rel="noopener">two</a>',
    )
  })

  it('names language and direction of a foreign run', () => {
    expect(drawn(text('شركة '), text('Apple Inc.', { type: 'foreign', attrs: { lang: 'en' } }))).toBe(
      'شركة <span lang="en" dir="ltr">Apple Inc.</span>',
    )
  })

  it('breaks lines where the writer did, and escapes what looks like markup', () => {
    expect(drawn(text('a < b'), { type: 'hardBreak' }, text('c'))).toBe('a &lt; b<br/>c')
  })
})

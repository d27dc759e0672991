import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { InlineNode, Mark } from '#body/body.ts'
import type { Direction } from '#i18n/text-direction.ts'
import { type InlineContext, renderInlines } from './render-inlines.tsx'

const text = (words: string, ...marks: Mark[]): InlineNode => ({ type: 'text', text: words, marks })
const context = (direction: Direction): InlineContext => ({
  direction,
  footnotes: new Map(),
  t: (() => '') as never,
})
const rendered = (...nodes: InlineNode[]) => renderToStaticMarkup(renderInlines(nodes, context('ltr')))
const renderedInArabic = (...nodes: InlineNode[]) =>
  renderToStaticMarkup(renderInlines(nodes, context('rtl')))
const link: Mark = { type: 'link', attrs: { href: '/ar/latest' } }
const bold: Mark = { type: 'bold' }

describe('the text of a block', () => {
  it('keeps a link whole when a word in it is bold', () => {
    expect(rendered(text('one ', link), text('two', link, bold), text(' three', link))).toBe(
      '<a href="/ar/latest">one <strong>two</strong> three</a>',
    )
  })

  it('keeps neighbouring links apart when they lead elsewhere', () => {
    const other: Mark = { type: 'link', attrs: { href: 'https://example.org' } }
    expect(rendered(text('one', link), text('two', other))).toBe(
      '<a href="/ar/latest">one</a><a href="https://example.org" rel="noopener">two</a>',
    )
  })

  it('names language and direction of a foreign run', () => {
    expect(
      renderedInArabic(text('شركة '), text('Apple Inc.', { type: 'foreign', attrs: { lang: 'en' } })),
    ).toBe('شركة <span lang="en" dir="ltr">Apple Inc.</span>')
  })

  it('keeps telephone numbers in their order, linked or not', () => {
    const call: Mark = { type: 'link', attrs: { href: 'tel:+9611234567' } }
    expect(renderedInArabic(text('اتصل على '), text('+961 1 234 567', call))).toBe(
      'اتصل على <a href="tel:+9611234567" dir="ltr">+961 1 234 567</a>',
    )
    expect(renderedInArabic(text('01 234 567', call))).toBe(
      '<a href="tel:+9611234567" dir="ltr">01 234 567</a>',
    )
    expect(renderedInArabic(text('اتصل بنا', call))).toBe('<a href="tel:+9611234567">اتصل بنا</a>')
    expect(renderedInArabic(text('+961 1 234 567'))).toBe('<bdi dir="ltr" data-whole="">+961 1 234 567</bdi>')
  })

  it('keeps figures in their order where bold or a link parts them from the Arabic around', () => {
    expect(
      renderedInArabic(text('النتيجة '), text('3-1', bold), text(' والموسم '), text('2025-2026', link)),
    ).toBe(
      'النتيجة <strong><bdi dir="ltr" data-whole="">3-1</bdi></strong> والموسم ' +
        '<a href="/ar/latest"><bdi dir="ltr" data-whole="">2025-2026</bdi></a>',
    )
    expect(renderedInArabic(text('-5'), { type: 'hardBreak' }, text('10:30-12:45'))).toBe(
      '<bdi dir="ltr" data-whole="">-5</bdi><br/><bdi dir="ltr" data-whole="">10:30-12:45</bdi>',
    )
  })

  it('keeps a run whole where bold or a link begins or ends inside it', () => {
    expect(renderedInArabic(text('قالت '), text('BBC', bold), text(' News أمس'))).toBe(
      'قالت <bdi dir="ltr" data-whole=""><strong>BBC</strong> News</bdi> أمس',
    )
    expect(
      renderedInArabic(text('هاتف '), text('iPhone ', link), text('17', link, bold), text(' جديد')),
    ).toBe(
      'هاتف <a href="/ar/latest"><bdi dir="ltr" data-whole="" data-figured="">iPhone <strong>17</strong></bdi></a> جديد',
    )
    expect(renderedInArabic(text('موقع BBC', bold), text(' News'))).toBe(
      '<strong>موقع </strong><bdi dir="ltr" data-whole=""><strong>BBC</strong> News</bdi>',
    )
    expect(renderedInArabic(text('النتيجة '), text('3', bold), text('-1'))).toBe(
      'النتيجة <bdi dir="ltr" data-whole=""><strong>3</strong>-1</bdi>',
    )
    expect(rendered(text('Comments: '), text('أح', bold), text('مد 5'))).toBe(
      'Comments: <bdi dir="rtl" data-whole=""><strong>أح</strong>مد</bdi> 5',
    )
  })

  it('leaves figures alone in a text that runs from left to right, and in code', () => {
    expect(rendered(text('Season 2025-2026, +961 1 234 567'))).toBe('Season 2025-2026, +961 1 234 567')
    expect(renderedInArabic(text('x = -5', { type: 'code' }))).toBe(
      '<code dir="ltr" translate="no">x = -5</code>',
    )
    const english: Mark = { type: 'foreign', attrs: { lang: 'en' } }
    expect(renderedInArabic(text('Season 2025-2026', english))).toBe(
      '<span lang="en" dir="ltr">Season 2025-2026</span>',
    )
  })

  it('breaks lines where the writer did, and escapes what looks like markup', () => {
    expect(rendered(text('a < b'), { type: 'hardBreak' }, text('c'))).toBe('a &lt; b<br/>c')
  })
})

import { describe, expect, it } from 'vitest'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { propertyNames } from '#testing/odd-words.testing.ts'
import type { Body, InlineNode } from './body.ts'
import { canonicalBody, parseBody } from './parse-body.ts'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
})
const link = (href: unknown) => ({ type: 'link', attrs: { href } })

function faultOf(json: unknown): string {
  try {
    parseBody(json)
  } catch (error) {
    if (isExpected(error, 'body')) return errorWords(error, 'en')
    throw error
  }
  return 'none'
}

describe('parseBody', () => {
  it.each([
    ['https://example.org/', 'http://example.org', 'mailto:desk@example.org', 'tel:+9611234567', '/ar/about'],
  ])('accepts links of pages, mail, telephones and the site', (...hrefs) => {
    for (const href of hrefs) expect(faultOf(doc(paragraph(text('x', link(href)))))).toBe('none')
  })

  it('refuses every other link', () => {
    const hrefs = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:x',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'story:harbour',
      'page.html',
      '',
      7,
    ]
    for (const href of hrefs) {
      expect(faultOf(doc(paragraph(text('x', link(href)))))).toContain(
        'content[0].content[0].marks[0].attrs.href',
      )
    }
  })

  const others = propertyNames.filter(name => !['bold', 'strike', 'link'].includes(name))

  it.each(others)('takes %s for no type and no attribute of its own', name => {
    expect(faultOf(doc({ type: name }))).toBe(`content[0]: unknown type "${name}"`)
    expect(faultOf(doc(paragraph(text('x', { type: name }))))).toContain('marks[0]: unknown type')
    const attrs = Object.fromEntries([
      ['level', 2],
      [name, 'x'],
    ])
    expect(faultOf(doc({ type: 'heading', attrs }))).toContain(`attrs.${name}: "heading" has no such`)
  })

  it('names the place of what does not fit', () => {
    expect(faultOf(doc(paragraph(), { type: 'script' }))).toBe('content[1]: unknown type "script"')
    expect(faultOf(doc({ type: 'heading', attrs: { level: 1 } }))).toBe(
      'content[0].attrs.level: must be 2, 3 or 4',
    )
    expect(faultOf(doc({ type: 'heading' }))).toContain('attrs.level')
    expect(faultOf(doc({ type: 'bulletList', content: [paragraph(text('x'))] }))).toContain(
      'content[0]: "bulletList" must hold listItem+',
    )
    expect(faultOf(doc({ type: 'figure', attrs: { media: '7' } }))).toContain('content[0].attrs.media')
    expect(faultOf(doc({ type: 'video', attrs: { url: 'javascript:x' } }))).toContain('content[0].attrs.url')
    expect(faultOf(doc({ ...paragraph(), onclick: 'x' }))).toContain('content[0].onclick')
    expect(faultOf(doc({ type: 'paragraph', attrs: { style: 'color:red' } }))).toContain('attrs.style')
    expect(faultOf(doc({ type: 'text', text: 'x' }))).toContain('"doc" must hold block*')
    expect(faultOf('text')).toBe('doc: must be an object')
    expect(faultOf(paragraph())).toContain('outermost')
  })

  it('fills in defaults', () => {
    expect(parseBody(doc({ type: 'figure', attrs: { media: 3 } }))).toEqual(
      doc({ type: 'figure', attrs: { media: 3, source: null, alt: '', credit: null, href: null } }),
    )
  })
})

describe('canonicalBody', () => {
  const canonical = (...inlines: unknown[]) => {
    const body = canonicalBody(doc(paragraph(...inlines)) as Body)
    return (body.content[0] as { content?: InlineNode[] }).content
  }

  it('merges equal neighbours and drops what is empty', () => {
    expect(canonical(text('a'), text(''), text('b'), text('c', { type: 'bold' }))).toEqual([
      text('ab'),
      text('c', { type: 'bold' }),
    ])
    expect(canonicalBody(doc(paragraph(), paragraph(text('x')), paragraph()) as Body)).toEqual(
      doc(paragraph(text('x'))),
    )
  })

  it('orders marks as the schema does', () => {
    expect(canonical(text('a', { type: 'code' }, { type: 'bold' }, link('/ar')))).toEqual([
      text('a', link('/ar'), { type: 'bold' }, { type: 'code' }),
    ])
  })

  it('gives a line break the marks that both its sides have', () => {
    const bold = { type: 'bold' }
    expect(canonical(text('a', bold), { type: 'hardBreak' }, text('b', bold))?.[1]).toEqual({
      type: 'hardBreak',
      marks: [bold],
    })
    expect(canonical(text('a', bold), { type: 'hardBreak', marks: [bold] }, text('b'))?.[1]).toEqual({
      type: 'hardBreak',
    })
  })

  it('prints the same JSON for the same body, whatever order its keys came in', () => {
    const one = { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 }, content: [text('a')] }] }
    const two = {
      content: [{ content: [{ text: 'a', type: 'text' }], attrs: { level: 2 }, type: 'heading' }],
      type: 'doc',
    }
    expect(JSON.stringify(canonicalBody(one as Body))).toBe(JSON.stringify(canonicalBody(two as Body)))
  })

  it('keeps a paragraph in an empty document and in an empty cell', () => {
    expect(canonicalBody(doc() as Body)).toEqual(doc({ type: 'paragraph' }))
  })
})

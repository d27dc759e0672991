import { describe, expect, it } from 'vitest'
import type { Body, InlineNode, Paragraph } from '#body/body.ts'
import { htmlToBody } from './importing/wxr/html-to-body.ts'
import { Losses } from './importing/wxr/losses.ts'
import { markdownToBody } from './markdown/markdown-to-body.ts'

const ADDRESSES = [
  'https://example.com/ar',
  'https://example.com/',
  'http://example.com',
  'https://example.com/a?b=c&d=e#f',
  'https://en.wikipedia.org/wiki/Beirut_(band)',
  'https://example.com/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9',
  'https://example.com/سياسة/خبر-عاجل',
]
/* Each alone, and in pairs as sentences end: marks of both scripts. The ampersand and what Markdown reads stand apart. */
const MARKS = [...'،؛؟۔٪»«›.,;:!?\'")]}…”’“‘—–|^$%@×°']

function shown(body: Body) {
  const nodes = (body.content[0] as Paragraph).content ?? []
  return { text: nodes.map(textOf).join(''), links: linksIn(nodes) }
}

function textOf(node: InlineNode): string {
  return node.type === 'text' ? node.text : ''
}

function linksIn(nodes: InlineNode[]) {
  return nodes.flatMap(node =>
    (node.marks ?? []).flatMap(mark =>
      mark.type === 'link' ? [{ href: mark.attrs.href, text: textOf(node) }] : [],
    ),
  )
}

const imported = (html: string) =>
  htmlToBody(html, {
    losses: new Losses(),
    locale: 'ar',
    href: raw => raw,
    picture: () => ({ media: null, source: null }),
    video: () => null,
    attachment: () => undefined as never,
    ownPictures: () => [],
  })

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

describe('an automatic link leaves the marks behind the address to the sentence', () => {
  const behind = [...MARKS, ...MARKS.flatMap(mark => ['،', '.', '»', ')'].map(other => mark + other))]

  it.each(ADDRESSES)('in a seed: %s', address => {
    for (const marks of behind) {
      const { body, mistakes } = markdownToBody(`زوروا ${address}${marks} ثم عودوا`)
      expect(mistakes).toEqual([])
      const { text, links } = shown(body)
      expect(links, marks).toEqual([{ href: address, text: address }])
      expect(text).toBe(`زوروا ${address}${marks} ثم عودوا`)
    }
  })

  it.each(ADDRESSES)('in an import: %s', address => {
    for (const marks of behind) {
      const whole = escaped(address + marks)
      for (const href of [whole, escaped(encodeURI(decodeURI(address) + marks))]) {
        const { text, links } = shown(imported(`<p>زوروا <a href="${href}">${whole}</a> ثم عودوا</p>`))
        expect(
          links.map(link => link.text),
          marks,
        ).toEqual([address])
        expect(decodeURI(links[0]?.href ?? '')).toBe(decodeURI(address))
        expect(text).toBe(`زوروا ${address}${marks} ثم عودوا`)
      }
    }
  })

  it('for addresses without a scheme, and for mail', () => {
    expect(shown(markdownToBody('زوروا www.example.com/path؟ أو desk@example.com، ثم').body).links).toEqual([
      { href: 'http://www.example.com/path', text: 'www.example.com/path' },
      { href: 'mailto:desk@example.com', text: 'desk@example.com' },
    ])
    const mail =
      '<p><a href="mailto:desk@example.com،">desk@example.com،</a> <a href="tel:+9611234567،">+9611234567،</a></p>'
    expect(shown(imported(mail)).links).toEqual([
      { href: 'mailto:desk@example.com', text: 'desk@example.com' },
      { href: 'tel:+9611234567', text: '+9611234567' },
    ])
  })

  it('with bold in it or around it', () => {
    const { text, links } = shown(
      imported('<p><b><a href="https://example.com/ar،">https://example.com/<i>ar،</i></a></b> ثم</p>'),
    )
    expect(text).toBe('https://example.com/ar، ثم')
    expect(links.map(link => link.href)).toEqual(['https://example.com/ar', 'https://example.com/ar'])
    expect(shown(markdownToBody('**https://example.com/ar،** ثم').body).text).toBe(
      'https://example.com/ar، ثم',
    )
  })

  it('but leaves links alone that somebody wrote', () => {
    for (const written of ['[كذا](https://example.com/ar،)', '<https://example.com/ar،>'])
      expect(shown(markdownToBody(written).body).links[0]?.href).toBe('https://example.com/ar،')
    expect(shown(imported('<p><a href="https://example.com/a.">اقرأ.</a></p>')).links).toEqual([
      { href: 'https://example.com/a.', text: 'اقرأ.' },
    ])
  })
})

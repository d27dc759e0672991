import { describe, expect, it } from 'vitest'
import { type ErrorCode, isExpected } from '#errors/expected-error.ts'
import { type BlockNode, type Body, footnotesOf, mediaIdsOf } from './body.ts'
import { canonicalBody } from './canonical-body.ts'
import { parseBody } from './parse-body.ts'
import { bodyText, countWords, textOf } from './plain-text.ts'

const doc = (...content: unknown[]) => ({ type: 'doc', content }) as Body
const text = (words: string, ...marks: { type: string }[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const note = (words: string) => ({ type: 'footnote', content: [text(words)] })
const half = (...content: unknown[]) => ({ type: 'hemistich', ...(content.length > 0 ? { content } : {}) })
const line = (...content: unknown[]) => ({ type: 'verseLine', content })
const verse = (...content: unknown[]) => ({ type: 'verse', attrs: { cite: null }, content })
const embed = (url: string) => ({ type: 'embed', attrs: { url } })

function codeOf(...content: unknown[]): ErrorCode | null {
  try {
    parseBody(doc(...content))
    return null
  } catch (error) {
    if (isExpected(error, 'body')) return error.code
    throw error
  }
}
const canonical = (...content: unknown[]): BlockNode[] => canonicalBody(doc(...content)).content

describe('rare blocks', () => {
  it('take any page under https for an embed, and nothing that acts', () => {
    expect(codeOf(embed('https://anything.example/page'))).toBeNull()
    for (const url of ['http://example.org/', 'javascript:alert(1)', 'data:text/html,x', '/ar/about', '']) {
      expect(codeOf(embed(url)), url).toBe('body.attribute.secureAddress')
    }
    expect(codeOf({ type: 'embed' })).toBe('body.attribute.secureAddress')
    expect(codeOf({ type: 'audio', attrs: { url: 'http://example.org/a.mp3' } })).toBe(
      'body.attribute.secureAddressOrNull',
    )
    expect(codeOf({ type: 'audio', attrs: { seconds: 1.5 } })).toBe('body.attribute.seconds')
  })

  it('check the direction and the language of a block', () => {
    expect(codeOf({ ...paragraph(text('x')), attrs: { dir: 'up' } })).toBe('body.attribute.direction')
    expect(codeOf({ ...paragraph(text('x')), attrs: { lang: 'x y' } })).toBe('body.attribute.languageOrNull')
  })

  it('refuse footnotes in footnotes and in what is pressed, and links there', () => {
    expect(codeOf(paragraph({ type: 'footnote', content: [note('x')] }))).toBe('body.node.content')
    const summary = (...content: unknown[]) => ({
      type: 'details',
      content: [{ type: 'detailsSummary', content }, paragraph(text('x'))],
    })
    const link = { type: 'link', attrs: { href: '/ar' } }
    expect(codeOf(summary(text('x')))).toBeNull()
    expect(codeOf(summary(note('x')))).toBe('body.node.content')
    expect(codeOf(summary(text('x', link)))).toBe('body.node.content')
    expect(codeOf(verse(line(half(), half(), half())))).toBe('body.node.content')
  })

  it('name their media', () => {
    const body = doc(
      { type: 'infoBox', content: [{ type: 'file', attrs: { media: 4, title: '' } }] },
      { type: 'audio', attrs: { media: 5 } },
      { type: 'embed', attrs: { url: 'https://example.org/', poster: 6 } },
    )
    expect(mediaIdsOf(body)).toEqual([4, 5, 6])
  })
})

describe('the canonical form of rare blocks', () => {
  it('parts stanzas by one line without words, and nothing by more', () => {
    const empty = line(half())
    expect(
      canonical(verse(empty, line(half(text('a'))), empty, empty, line(half(text('b'))), empty)),
    ).toEqual([verse(line(half(text('a'))), empty, line(half(text('b'))))])
    expect(canonical(verse(empty, empty))).toEqual([verse(empty)])
  })

  it('keeps of two halves the one with words, without the space around it', () => {
    expect(canonical(verse(line(half(text('  ')), half(text(' a '), text('b ', { type: 'bold' })))))).toEqual(
      [verse(line(half(text('a '), text('b', { type: 'bold' }))))],
    )
  })

  it('drops a heading and a footnote without words', () => {
    const box = { type: 'infoBox', content: [{ type: 'infoBoxHeading' }, paragraph(), paragraph(text('a'))] }
    expect(canonical(box)).toEqual([{ type: 'infoBox', content: [paragraph(text('a'))] }])
    expect(canonical(paragraph(text('a'), { type: 'footnote' }))).toEqual([paragraph(text('a'))])
  })

  it('takes the marks off a footnote, and leaves those of its words', () => {
    const bold = { type: 'bold' }
    const marked = { type: 'footnote', content: [text('b', bold)], marks: [bold] }
    expect(canonical(paragraph(text('a', bold), marked))).toEqual([
      paragraph(text('a', bold), { type: 'footnote', content: [text('b', bold)] }),
    ])
  })

  it('keeps something in every block that holds blocks', () => {
    const details = { type: 'details', content: [{ type: 'detailsSummary' }, paragraph()] }
    expect(canonical(details)).toEqual([
      { type: 'details', content: [{ type: 'detailsSummary' }, { type: 'paragraph' }] },
    ])
  })
})

describe('the words of rare blocks', () => {
  const body = doc(
    paragraph(text('one'), note('under one'), text(' two')),
    { type: 'infoBox', content: [{ type: 'infoBoxHeading', content: [text('box')] }, paragraph(text('in'))] },
    {
      type: 'details',
      content: [{ type: 'detailsSummary', content: [text('sum')] }, paragraph(text('rest'))],
    },
    verse(line(half(text('قفا نبك')), half(text('بسقط اللوى'), note('موضع')))),
    { type: 'audio', attrs: { title: 'talk' }, content: [text('caption')] },
    { type: 'file', attrs: { title: 'report' } },
  )

  it('are found, each where it is read', () => {
    expect(bodyText(body).split('\n')).toEqual([
      'one two',
      'under one',
      'box',
      'in',
      'sum',
      'rest',
      'قفا نبك بسقط اللوى',
      'موضع',
      'talk',
      'caption',
      'report',
    ])
    expect(countWords(body)).toBe(16)
  })

  it('leave footnotes out where one line is wanted', () => {
    expect(body.content.map(textOf).slice(0, 4)).toEqual([
      'one two',
      'box in',
      'sum rest',
      'قفا نبك بسقط اللوى',
    ])
  })

  it('number footnotes in the order of reading', () => {
    expect(footnotesOf(body).map(({ content }) => content[0]?.text)).toEqual(['under one', 'موضع'])
  })
})

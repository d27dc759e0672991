import { describe, expect, it } from 'vitest'
import type { InlineNode, Paragraph } from '#body/body.ts'
import { bodyText } from '#body/plain-text.ts'
import { markdownToBody } from './markdown-to-body.ts'

const mistakesOf = (markdown: string) =>
  markdownToBody(markdown, 10).mistakes.map(({ line, message }) => `${line} ${message}`)
const inlines = (markdown: string): InlineNode[] => {
  const { body, mistakes } = markdownToBody(markdown)
  expect(mistakes).toEqual([])
  return (body.content[0] as Paragraph).content ?? []
}

describe('markdownToBody', () => {
  it.each([
    '10:30-12:45',
    'C++:abc',
    'قال:كذا وكذا',
    'see :note here',
    'a:b[c]{d=e} f',
    'في :en وحدها',
    'الساعة 10:30:45،',
    '12:30pm',
    'a::b',
  ])('leaves a colon before a word alone: %s', text => {
    expect(inlines(text)).toEqual([{ type: 'text', text }])
  })

  it('says so where a colon would hide a link', () => {
    expect(mistakesOf('قال:كذا[رابط](https://example.org/)')[0]).toContain('write \\:كذا[')
    expect(inlines('قال\\:كذا[رابط](https://example.org/)')[1]).toMatchObject({ marks: [{ type: 'link' }] })
  })

  it('marks foreign text, and nothing else of the line', () => {
    expect(inlines('قال :en[Good *morning*]، ثم :lang[bonjour]{lang=fr}.')).toEqual([
      { type: 'text', text: 'قال ' },
      { type: 'text', text: 'Good ', marks: [{ type: 'foreign', attrs: { lang: 'en' } }] },
      {
        type: 'text',
        text: 'morning',
        marks: [{ type: 'foreign', attrs: { lang: 'en' } }, { type: 'italic' }],
      },
      { type: 'text', text: '، ثم ' },
      { type: 'text', text: 'bonjour', marks: [{ type: 'foreign', attrs: { lang: 'fr' } }] },
      { type: 'text', text: '.' },
    ])
  })

  it('makes a space of the end of a line and keeps bidi marks', () => {
    expect(inlines('one\ntwo\u200f three')).toEqual([{ type: 'text', text: 'one two\u200f three' }])
  })

  it('links bare addresses as GitHub does, unless they are escaped', () => {
    expect(inlines('https://example.org/')[0]).toMatchObject({ marks: [{ type: 'link' }] })
    expect(inlines('desk\\@example.org')).toEqual([{ type: 'text', text: 'desk@example.org' }])
  })

  it('keeps the boxes of a task list as text', () => {
    expect(bodyText(markdownToBody('- [ ] open\n- [x] done').body)).toBe('[ ] open\n[x] done')
  })

  it('collects pictures, videos and links to stories with their lines', () => {
    const read = markdownToBody(
      '[other](story:new-harbour)\n\n::figure{file=yard.jpg alt="Yard"}\n\n::video{file=cut.mp4 title="Cut" poster=cut.jpg}\n',
      7,
    )
    expect(read.mistakes).toEqual([])
    expect(read.storyLinks).toEqual([{ key: 'new-harbour', line: 7 }])
    expect(read.media).toEqual([
      { kind: 'picture', file: 'yard.jpg', line: 9 },
      { kind: 'video', file: 'cut.mp4', line: 11 },
      { kind: 'picture', file: 'cut.jpg', line: 11 },
    ])
    expect(read.body.content[2]).toMatchObject({ attrs: { media: 2, poster: 3 } })
  })

  it('names every mistake with its line', () => {
    expect(mistakesOf('# Title\n\ntext\n\n::figurine{file=a.jpg}')).toEqual([
      '10 a heading has ## to ####, not #',
      expect.stringContaining('14 unknown directive "figurine"; expected one of figure, video'),
    ])
    expect(mistakesOf('::figure{file=a.jpg}')[0]).toContain('10 alt is missing')
    expect(mistakesOf('::figure{file=a.jpg alt="" size=big}')[0]).toContain(
      '10 figure has no attribute "size"',
    )
    expect(mistakesOf('a\n\n![x](y.jpg)')[0]).toContain('12 a picture stands on a line of its own')
    expect(mistakesOf('[x](javascript:alert(1))')[0]).toContain('"javascript:" links are not allowed')
    expect(mistakesOf('a <script>x</script>')[0]).toContain('10 HTML (<script>)')
    expect(mistakesOf('a[^1] b[^1]\n\n[^1]: x')[0]).toContain('10 [^1] is referred to twice')
    expect(mistakesOf('note\n\n[^1]: x')[0]).toContain('12 no text refers to the footnote [^1]')
    expect(mistakesOf('note[^1]\n\n[^1]: x\n\n    y')[0]).toContain('12 a footnote holds one paragraph')
    expect(mistakesOf(':::gallery\ntext\n:::')[0]).toContain('11 a gallery holds ::figure lines only')
    expect(mistakesOf('::video{title=x}')[0]).toContain('video takes file=... or url=...')
    expect(mistakesOf(':::quote{lang="not a language"}\nx\n:::')[0]).toContain(
      'expected a language such as en',
    )
  })
})

describe('a block that is not closed', () => {
  const mistakes = (text: string) => markdownToBody(text).mistakes

  it('is a mistake at the line where it begins, and does not swallow the rest', () => {
    expect(mistakes('One.\n\n:::quote{lang=en}\nText.\n\nThe rest.\n')).toEqual([
      { line: 3, message: ':::quote is not closed; expected a line of ::: at its end' },
    ])
    expect(mistakes('::::table\n:::row\n:::\n')[0]).toMatchObject({ line: 1 })
    expect(mistakes(':::pullquote')).toMatchObject([{ line: 1 }])
  })

  it('is none when it is closed, in a list or a quotation too', () => {
    expect(mistakes('> :::quote\n> Text.\n> :::\n')).toEqual([])
    expect(mistakes('- :::quote\n  Text.\n  :::\n')).toEqual([])
    expect(mistakes(':::quote\nText.\n::::\n\nMore.')).toEqual([])
  })
})

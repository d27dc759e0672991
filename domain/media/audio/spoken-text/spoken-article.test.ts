import { describe, expect, it } from 'vitest'
import type { BlockNode, Body } from '#body/body.ts'
import type { Locale } from '#i18n/locales.ts'
import { aBody } from '#testing/body.testing.ts'
import { plainTextOf } from './plain-text.ts'
import { speechPieces } from './speech-pieces.ts'
import { spokenArticle } from './spoken-article.ts'
import { spokenRuns } from './spoken-runs.ts'
import { ssmlOf } from './ssml.ts'

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const told = (content: BlockNode[], locale: Locale = 'en') =>
  spokenArticle({
    locale,
    headline: 'Ferry back',
    standfirst: 'It sails.',
    body: { type: 'doc', content } as Body,
  })
const textsOf = (content: BlockNode[]) =>
  told(content)
    .slice(2)
    .map(({ kind, runs }) => [kind, runs.map(({ text }) => text).join('')])

describe('an article', () => {
  it('begins with its headline and standfirst', () => {
    expect(told([paragraph('All is well.')]).map(({ kind }) => kind)).toEqual([
      'headline',
      'standfirst',
      'paragraph',
    ])
  })

  it('is said without what only the eye can take in', () => {
    const caption = [{ type: 'text', text: 'A caption.' }] as const
    const figure = { media: 1, source: null, alt: 'Ships', credit: null, href: null }
    expect(
      textsOf([
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'At the quay' }] },
        { type: 'figure', attrs: figure, content: [...caption] },
        {
          type: 'table',
          attrs: { caption: 'Figures' },
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { colspan: 1, rowspan: 1, align: null },
                  content: [paragraph('A cell.')],
                },
              ],
            },
          ],
        },
        {
          type: 'embed',
          attrs: { url: 'https://example.org', title: 'A film', poster: null },
          content: [...caption],
        },
        { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'x = 1' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'A note' },
            { type: 'footnote', content: [{ type: 'text', text: 'Below.' }] },
            { type: 'text', text: ' stays out, ' },
            {
              type: 'text',
              text: 'a link',
              marks: [{ type: 'link', attrs: { href: 'https://example.org' } }],
            },
            { type: 'text', text: ' is said.' },
          ],
        },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('First.')] }] },
      ]),
    ).toEqual([
      ['heading', 'At the quay'],
      ['paragraph', 'A note stays out, a link is said.'],
      ['paragraph', 'First.'],
    ])
  })

  it('says a pulled quotation once', () => {
    const pulled = (text: string): BlockNode => ({
      type: 'pullQuote',
      attrs: { cite: null },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const text = paragraph('She said: “The crane did not stop once.” Nobody asked.')
    expect(textsOf([pulled('“The crane did not stop once”'), text])).toHaveLength(1)
    expect(textsOf([pulled('Said nowhere else.'), text])).toHaveLength(2)
  })

  it('of pictures alone is its headline', () => {
    expect(told([{ type: 'horizontalRule' }])).toHaveLength(2)
  })
})

describe('the text for espeak-ng', () => {
  it('has pauses, names in their own voice, and no sign that would be markup', () => {
    const blocks = spokenArticle({
      locale: 'ar',
      headline: 'قالت Apple Inc. ذلك',
      standfirst: 'أقل < أكثر & غير ذلك',
      body: aBody('نص.'),
    })
    expect(ssmlOf(blocks, 'ar')).toBe(
      [
        '<speak xml:lang="ar"><p>قالت <voice xml:lang="en">Apple Inc.</voice> ذلك.</p><break time="900ms"/>',
        '<p>أقل أكثر وغير ذلك.</p><break time="900ms"/>',
        '<p>نص.</p><break time="500ms"/></speak>\n',
      ].join('\n'),
    )
  })
})

describe('the pieces for a browser', () => {
  const sentence = 'وصلت السفينة إلى المرفأ صباح الخميس، ودخلت بعدها ثلاث سفن أخرى.'

  it('are short, end where sentences do, and lose nothing', () => {
    const blocks = spokenArticle({
      ...{ locale: 'ar', headline: 'خبر', standfirst: '' },
      body: aBody(Array(20).fill(sentence).join(' ')),
    })
    const pieces = speechPieces(blocks)
    expect(pieces.every(({ text }) => text.length <= 160)).toBe(true)
    expect(pieces.slice(1).every(({ text }) => text.endsWith('.'))).toBe(true)
    expect(
      pieces
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(Array(20).fill(sentence).join(' '))
    expect(pieces.map(({ pauseMs }) => pauseMs > 0)).toEqual(
      pieces.map((_, index) => index === 0 || index === pieces.length - 1),
    )
  })

  it('cut a word only where nothing else is left to cut', () => {
    const pieces = speechPieces([{ kind: 'paragraph', runs: [{ locale: 'en', text: 'a'.repeat(400) }] }])
    expect(pieces.map(({ text }) => text.length)).toEqual([160, 160, 80])
  })
})

describe('any text', () => {
  const odd = [
    ...[
      '50%',
      '٪',
      '%%',
      '1%2%3',
      '<b>x</b>',
      '&amp;',
      '1/2/3/4',
      '12:99',
      '99:99',
      '-',
      '--5',
      '+',
      '3-',
      '1,2,3',
      '1.2.3.4',
    ],
    ...[
      'http://',
      'a@b',
      '@name',
      '#tag',
      '\u200f\u202b5\u202c',
      'كـ5ـم',
      '٣٫٥٪؟',
      '½½',
      '$',
      '$$5',
      '€5m$',
      '5 %',
      '12,34,567',
    ],
    ...[
      '2026-13-45',
      '31/31/2026',
      '00:00',
      '24:00',
      '٠',
      '1e9',
      '0x1F',
      '999999999999999999999',
      '🙂 5 🚢',
      '«»',
      '...',
      '\u0640',
    ],
  ]

  it.each(
    odd.flatMap(text => [['ar', `قال ${text} ثم مضى`] as const, ['en', `He said ${text} and left`] as const]),
  )('in %s leaves no figure, sign or mark unsaid: %s', (locale, text) => {
    const said = spokenRuns(text, locale)
      .map(run => run.text)
      .join('')
    expect(said).not.toMatch(/[\p{Nd}%٪<>‹›\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u)
    expect(said).not.toMatch(/https?:|@/)
    expect(said).toMatch(/\p{L}/u)
  })

  it('takes a time that grows with its length alone', () => {
    const long = (unit: string, letters: number) => unit.repeat(Math.ceil(letters / unit.length))
    const units = [
      ...['و5 سفن، ', '1 ', '1,', '1-', 'a.b.', 'في ', 'www.', '00 ', 'أ', '5 كم '],
      ...['1', '0', 'و', '(', '(1', '1:', '1/', '1.', '+1 ', '$1-', 'ال1 ', 'a 1 ', 'a-', 'A.', '%', 'St '],
      ...[
        'و1 ',
        'بلغ 1 ',
        'الساعة 1 ',
        '1م ',
        '1–1 كم ',
        'ﷺ',
        'pm ',
        '-1%',
        'هاتف 1',
        '٣٫',
        '1 و',
        'ا\u064e',
      ],
    ]
    for (const unit of units)
      for (const locale of ['ar', 'en'] as const)
        expect(
          plainTextOf([{ kind: 'paragraph', runs: spokenRuns(long(unit, 20_000), locale) }]).length,
        ).toBeGreaterThan(-1)
  }, 20_000)

  it.each([
    ['0', '1', '.5'],
    ['+', '1', '-%'],
    ['(', '1', ')%'],
    ['555-', '1 ', '.5'],
  ])(
    'reads a number that is none in one go: %s%s…%s',
    (start, middle, end) => {
      const text = `قال ${start}${middle.repeat(10_000)}${end} ثم مضى`
      for (const locale of ['ar', 'en'] as const)
        expect(plainTextOf([{ kind: 'paragraph', runs: spokenRuns(text, locale) }])).not.toMatch(/\d/)
    },
    3_000,
  )

  it.each([' ', '<', '\n', '• ', '<> '])(
    'reads a hundred thousand signs without a word at once: %j',
    sign => {
      const text = `قال ${sign.repeat(100_000)} ثم مضى`
      expect(spokenRuns(text, 'ar')).toEqual([{ locale: 'ar', text: 'قال ثم مضى' }])
    },
    3_000,
  )
})

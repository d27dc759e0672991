import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { BlockNode, Body } from '#body/body.ts'
import type { Attachment } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import ar from '#messages/ar.json'
import en from '#messages/en.json'
import { BodyText } from './BodyText.tsx'

const attachment = (part: Partial<Attachment>): Attachment => ({
  id: 1,
  kind: 'file',
  name: '0123456789abcdef0123',
  extension: 'pdf',
  mime: 'application/pdf',
  bytes: 1_240_000,
  seconds: null,
  sourceName: 'report.pdf',
  ...part,
})
const attachments = new Map([
  [1, attachment({})],
  [2, attachment({ id: 2, kind: 'audio', extension: 'mp3', mime: 'audio/mpeg', seconds: 3845 })],
])

function markupOf(locale: Locale, ...content: BlockNode[]): string {
  const body: Body = { type: 'doc', content }
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ar' ? ar : en} timeZone="UTC">
      <BodyText
        body={body}
        pictures={new Map()}
        videos={new Map()}
        attachments={attachments}
        extraStyle="/extra.css"
        locale={locale}
      />
    </NextIntlClientProvider>,
  )
}
const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const embed = (url: string, title = ''): BlockNode => ({ type: 'embed', attrs: { url, title, poster: null } })

describe('an embed', () => {
  it('is a link to the page that names its player, and loads nothing', () => {
    const markup = markupOf('en', embed('https://x.com/desk/status/17', 'A statement'))
    expect(markup).toContain('href="https://x.com/desk/status/17"')
    expect(markup).toContain('data-embed="https://platform.twitter.com/embed/Tweet.html?id=17')
    expect(markup).toContain('Load this post from')
    expect(markup).not.toMatch(/<iframe|<script| src="http/)
  })

  it('stays a link where nothing can play it', () => {
    const markup = markupOf('ar', embed('https://t.me/desk/17'))
    expect(markup).toContain('data-embed=""')
    expect(markup).toContain('افتح الصفحة على تيليغرام')
  })
})

describe('a recording and a file', () => {
  it('of ours can be played from left to right, with its length', () => {
    const audio: BlockNode = { type: 'audio', attrs: { media: 2, url: null, title: 'حديث', seconds: null } }
    const markup = markupOf('ar', audio)
    expect(markup).toContain('<audio controls="" preload="none" dir="ltr" aria-label="حديث">')
    expect(markup).toContain('src="/media/0123456789abcdef0123.mp3" type="audio/mpeg"')
    expect(markup).toContain('>1:04:05</time>')
  })

  it('elsewhere is a link', () => {
    const url = 'https://radio.example/talk.mp3'
    const audio: BlockNode = { type: 'audio', attrs: { media: null, url, title: 'A talk', seconds: 65 } }
    const markup = markupOf('en', audio)
    expect(markup).toContain(`<a href="${url}" rel="noopener">Listen on`)
    expect(markup).toContain('>1:05</time>')
    expect(markup).not.toContain('<audio')
  })

  it('to download says its kind and size, and leaves its title when it is gone', () => {
    const file = (media: number): BlockNode => ({ type: 'file', attrs: { media, title: 'The report' } })
    expect(markupOf('en', file(1))).toContain(
      '<a href="/media/0123456789abcdef0123.pdf" download="report.pdf">The report</a>',
    )
    expect(markupOf('en', file(1))).toContain('Download (<bdi dir="ltr">PDF</bdi>, 1.2 MB)')
    expect(markupOf('en', file(9))).toContain('<p>The report</p>')
  })
})

describe('a poem', () => {
  const half = (text: string) => ({ type: 'hemistich' as const, content: [{ type: 'text' as const, text }] })
  const empty = {
    type: 'verseLine' as const,
    content: [{ type: 'hemistich' as const }] as [{ type: 'hemistich' }],
  }

  it('keeps the halves of its lines, and its poet', () => {
    const markup = markupOf('ar', {
      type: 'verse',
      attrs: { cite: 'امرؤ القيس' },
      content: [{ type: 'verseLine', content: [half('قفا نبك'), half('بسقط اللوى')] }],
    })
    expect(markup).toContain('data-paired=""')
    expect(markup).toContain('<span>قفا نبك</span> <span>بسقط اللوى</span>')
    expect(markup).toContain('<figcaption>امرؤ القيس</figcaption>')
  })

  it('is a paragraph for each stanza where it is free', () => {
    const line = (text: string) => ({
      type: 'verseLine' as const,
      content: [half(text)] as [ReturnType<typeof half>],
    })
    const verse: BlockNode = { type: 'verse', attrs: { cite: null }, content: [line('a'), empty, line('b')] }
    const markup = markupOf('en', verse)
    expect(markup.match(/<p>/g)).toHaveLength(2)
    expect(markup).not.toContain('data-paired')
  })
})

describe('a footnote', () => {
  const noted: BlockNode = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Rents doubled' },
      { type: 'footnote', content: [{ type: 'text', text: 'By the registry.' }] },
    ],
  }

  it('is a number that leads to its text at the end, and back', () => {
    const markup = markupOf('en', noted)
    expect(markup).toContain('href="#note-1" role="doc-noteref" dir="ltr" aria-label="Footnote 1">1</a>')
    expect(markup).toContain('<li id="note-1">By the registry.<a class="note-back" href="#note-1-mark"')
    expect(markupOf('ar', noted)).toContain('aria-label="الحاشية 1">(1)</a>')
  })
})

describe('the style of rare blocks', () => {
  it('is linked once by what needs it, and by nothing else', () => {
    expect(markupOf('en', paragraph('a'))).not.toContain('extra.css')
    const quote: BlockNode = {
      type: 'blockquote',
      attrs: { lang: 'ar', cite: null },
      content: [paragraph('a')],
    }
    expect(markupOf('en', quote)).not.toContain('extra.css')
    const two = markupOf('en', embed('https://example.org/'), embed('https://example.org/'))
    expect(two.match(/extra\.css/g)).toHaveLength(1)
    expect(markupOf('en', { type: 'paragraph', attrs: { lang: 'ar' } })).toContain('extra.css')
  })
})

describe('a block in another language', () => {
  it('says it and its direction, and what is inside follows', () => {
    const block: BlockNode = {
      type: 'infoBox',
      attrs: { lang: 'ar' },
      content: [
        { type: 'infoBoxHeading', content: [{ type: 'text', text: 'أرقام' }] },
        paragraph('قالت BBC'),
      ],
    }
    const markup = markupOf('en', block)
    expect(markup).toContain('<aside class="info-box body-part" lang="ar" dir="rtl"><h2>أرقام</h2>')
    expect(markup).toContain('قالت <bdi dir="ltr" data-whole="">BBC</bdi>')
    expect(
      markupOf('en', { type: 'paragraph', attrs: { dir: 'rtl' }, content: [{ type: 'text', text: '5' }] }),
    ).toContain('<p class="body-part" dir="rtl">')
  })
})

import { describe, expect, it } from 'vitest'
import type { BlockNode, Hemistich, InlineNode } from '#body/body.ts'
import type { Attachment } from '#db/shapes.ts'
import { faultsInXml } from '#domain/distribution/xml/strict-reading.testing.ts'
import { BodyMaker, numbersFrom } from '#domain/transfer/markdown/made-bodies.testing.ts'
import { articleHtml } from './article-html.ts'
import { madeArticle, madePicture, madeSite, madeWords, paragraph } from './feed-article.testing.ts'

const context = { locale: 'ar', direction: 'rtl', siteUrl: madeSite, words: madeWords } as const

function htmlOf(content: BlockNode[], part: Parameters<typeof madeArticle>[0] = {}): string {
  return articleHtml(madeArticle({ standfirst: '', body: { type: 'doc', content }, ...part }), context)
}

const inline = (...content: InlineNode[]): BlockNode => ({ type: 'paragraph', content })

describe('an article as HTML', () => {
  it('says its language and direction, because readers ignore those of a feed', () => {
    expect(htmlOf([paragraph('نص')])).toBe('<div dir="rtl" lang="ar"><p>نص</p></div>')
  })

  it('isolates what turns, and says the language of what is foreign', () => {
    const foreign = inline(
      { type: 'text', text: 'قالت Apple Inc. إن ' },
      { type: 'text', text: 'bonjour', marks: [{ type: 'foreign', attrs: { lang: 'fr' } }] },
    )
    expect(htmlOf([foreign])).toContain(
      '<p>قالت <bdi dir="ltr">Apple Inc.</bdi> إن <span lang="fr" dir="ltr">bonjour</span></p>',
    )
    const quote: BlockNode = {
      type: 'blockquote',
      attrs: { lang: 'en', cite: 'وكالة' },
      content: [paragraph('No comment.')],
    }
    expect(htmlOf([quote])).toContain(
      '<blockquote lang="en" dir="ltr"><p>No comment.</p></blockquote><p><cite>وكالة</cite></p>',
    )
  })

  it('writes addresses in full and percent-encoded', () => {
    const link = (href: string) =>
      inline({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] })
    expect(htmlOf([link('/ar/مرافئ?a=1&b=2')])).toContain(
      'href="https://news.example.org/ar/%D9%85%D8%B1%D8%A7%D9%81%D8%A6?a=1&amp;b=2"',
    )
    expect(htmlOf([link('mailto:desk@example.org')])).toContain('href="mailto:desk@example.org"')
    expect(htmlOf([link('https://مثال.example/خبر')])).toContain(
      'href="https://xn--mgbh0fb.example/%D8%AE%D8%A8%D8%B1"',
    )
  })

  it('keeps a link one link when a word in it is bold', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org/' } } as const
    const text = inline(
      { type: 'text', text: 'من ', marks: [link] },
      { type: 'text', text: 'هنا', marks: [link, { type: 'bold' }] },
    )
    expect(htmlOf([text])).toContain('<a href="https://example.org/">من <strong>هنا</strong></a>')
  })

  it('shows pictures with their words, the lead first', () => {
    const figure: BlockNode = {
      type: 'figure',
      attrs: { media: 1, source: null, alt: '', credit: 'AFP', href: null },
    }
    const html = htmlOf([figure], { lead: { ...madePicture, id: 2 }, pictures: new Map([[1, madePicture]]) })
    expect(html.match(/<figure>.*?<\/figure>/g)).toEqual([
      '<figure><img src="https://news.example.org/media/0123456789abcdef0123-1080.jpg" width="1080" height="540" alt="سفن راسية"/><figcaption>المرفأ عند الفجر <small>رنا عيتاني</small></figcaption></figure>',
      '<figure><img src="https://news.example.org/media/0123456789abcdef0123-1080.jpg" width="1080" height="540" alt="سفن راسية"/><figcaption>المرفأ عند الفجر <small><bdi dir="ltr">AFP</bdi></small></figcaption></figure>',
    ])
  })

  it('signs art as what it is, and says nothing of it to who cannot see it', () => {
    const html = htmlOf([], { lead: { ...madePicture, art: true, caption: null, credit: null } })
    expect(html).toContain('alt=""/><figcaption><small>رسم: عرب برس</small></figcaption>')
  })

  it('leads to a film, whether a reader shows it or not', () => {
    const file = { id: 7, name: 'fedcba98765432100123', extension: 'mp4', mime: 'video/mp4' } as const
    const videos = new Map([[7, { ...file, width: 960, height: 540, bytes: 10, seconds: 8 }]])
    const video = (media: number | null, url: string | null): BlockNode => ({
      type: 'video',
      attrs: { media, url, poster: null, title: 'المرفأ' },
    })
    const address = 'https://news.example.org/media/fedcba98765432100123.mp4'
    expect(htmlOf([video(7, null)], { videos })).toContain(`<a href="${address}">تنزيل المقطع</a>`)
    expect(htmlOf([video(null, 'https://www.youtube.com/watch?v=abcdefghijk')])).toContain(
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">مشاهدة المقطع</a>',
    )
  })

  it('shows rare blocks without script, every address in full', () => {
    const half = (text: string): Hemistich => ({ type: 'hemistich', content: [{ type: 'text', text }] })
    const recording: Attachment = {
      id: 8,
      kind: 'audio',
      name: 'fedcba98765432100123',
      extension: 'mp3',
      mime: 'audio/mpeg',
      bytes: 10,
      seconds: 8,
      sourceName: null,
    }
    const html = htmlOf(
      [
        { type: 'embed', attrs: { url: 'https://x.com/desk/status/17', title: '', poster: null } },
        { type: 'audio', attrs: { media: 8, url: null, title: 'حديث', seconds: null } },
        {
          type: 'verse',
          attrs: { cite: null, lang: 'ar' },
          content: [
            { type: 'verseLine', content: [half('قفا'), half('بسقط')] },
            { type: 'verseLine', content: [half('فتوضح')] },
          ],
        },
        {
          type: 'details',
          content: [{ type: 'detailsSummary', content: [{ type: 'text', text: 'كيف' }] }, paragraph('هكذا')],
        },
        inline(
          { type: 'text', text: 'نص' },
          { type: 'footnote', content: [{ type: 'text', text: 'حاشية' }] },
        ),
      ],
      { attachments: new Map([[8, recording]]) },
    )
    expect(html).toContain('<p><a href="https://x.com/desk/status/17">فتح إكس</a></p>')
    expect(html).toContain(
      '<audio src="https://news.example.org/media/fedcba98765432100123.mp3" controls="controls" preload="none"></audio>',
    )
    expect(html).toContain(
      '<blockquote lang="ar" dir="rtl"><p>قفا\u2003\u2003بسقط<br/>فتوضح</p></blockquote>',
    )
    expect(html).toContain('<div><p><strong>كيف</strong></p><p>هكذا</p></div>')
    expect(html).toContain('<p>نص<sup>[1]</sup></p><h2>حواشي 1</h2><ol><li>حاشية</li></ol>')
  })

  it('says what was corrected', () => {
    const corrections = [{ at: new Date('2026-02-02T08:00:00Z'), text: 'كان 71، وهو 77.' }]
    expect(htmlOf([], { corrections })).toContain(
      '<h2>تصويبات 1</h2><ul><li><time datetime="2026-02-02T08:00:00.000Z">',
    )
  })

  it('takes nothing of a text for markup', () => {
    const html = htmlOf([paragraph('<script>نبأ</script> & "]]>"')])
    expect(html.replace(/<\/?bdi[^>]*>/g, '')).toBe(
      '<div dir="rtl" lang="ar"><p>&lt;script&gt;نبأ&lt;/script&gt; &amp; &quot;]]&gt;&quot;</p></div>',
    )
  })

  it('is well formed, without script, style or class, whatever stands in a body', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { body } = new BodyMaker(numbersFrom(seed)).seedBody()
      const html = htmlOf(body.content)
      expect(faultsInXml(html), `seed ${seed}`).toEqual([])
      expect(html, `seed ${seed}`).not.toMatch(/<(script|style|iframe|object|link)\b|\s(style|class|on\w+)="/)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { parseBody } from '#body/parse-body.ts'
import { bodyText } from '#body/plain-text.ts'
import type { ConversionContext } from './conversion-context.ts'
import { htmlToBody } from './html-to-body.ts'
import { Losses } from './losses.ts'

function convert(html: string, known: Partial<ConversionContext> = {}) {
  const losses = new Losses()
  const body = htmlToBody(html, {
    losses,
    locale: 'en',
    href: raw => (/^(https?:|\/)/.test(raw) ? raw : null),
    picture: url => (url.includes('lost') ? { media: null, source: url } : { media: 7, source: null }),
    video: url => (url.includes('lost') ? null : 8),
    attachment: id => ({ url: `https://x.test/${id}.jpg`, alt: `alt ${id}`, caption: `Caption ${id}` }),
    ownPictures: () => ['11', '12'],
    ...known,
  })
  return { blocks: parseBody(body).content, losses, text: bodyText(body) }
}

const types = (html: string) => convert(html).blocks.map(block => block.type)

describe('classic text', () => {
  it('parts paragraphs at empty lines and breaks lines at single ones', () => {
    const { blocks } = convert('One\ntwo.\n\nThree.')
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'One' }, { type: 'hardBreak' }, { type: 'text', text: 'two.' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Three.' }] },
    ])
  })

  it('keeps the lines of preformatted text', () => {
    const { blocks } = convert('Before\n<pre>a\n\n  b\n</pre>\nAfter')
    expect(blocks[1]).toEqual({
      type: 'codeBlock',
      attrs: { language: null },
      content: [{ type: 'text', text: 'a\n\n  b' }],
    })
    expect(blocks).toHaveLength(3)
  })

  it('reads captions in both of their forms', () => {
    const modern = convert(
      '[caption id="a" width="300"]<a href="x.jpg"><img src="/a.jpg" alt="A"></a> The <em>caption</em>[/caption]',
    )
    expect(modern.blocks).toMatchObject([{ type: 'figure', attrs: { media: 7, alt: 'A', href: null } }])
    expect(modern.text).toContain('The caption')
    expect(convert('[caption caption="Old"]<img src="/a.jpg">[/caption]').text).toContain('Old')
  })

  it('makes galleries of the pictures named, or of all that belong to the post', () => {
    expect(convert('[gallery ids="3,4,5"]').blocks).toMatchObject([
      { type: 'gallery', content: [{}, {}, {}] },
    ])
    expect(convert('[gallery]').blocks).toMatchObject([{ type: 'gallery', content: [{}, {}] }])
  })

  it('counts shortcodes of plug-ins and keeps what they enclose', () => {
    const { text, losses } = convert('[box color="red"]Inside[/box] and [1] and [sic]')
    expect(text).toContain('Inside and [1] and [sic]')
    expect(losses.dropped.get('shortcode [box]')).toBe(1)
  })
})

describe('blocks', () => {
  it('loses no word of lists, nested lists and tables', () => {
    const { blocks, text } =
      convert(`<!-- wp:list --><ul><li>One<ul><li>Deep</li></ul></li><li>Two</li></ul><!-- /wp:list -->
      <!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>Head</th></tr></thead>
      <tbody><tr><td colspan="2" style="text-align:right">Cell</td></tr></tbody></table><figcaption>Said</figcaption></figure><!-- /wp:table -->`)
    expect(blocks[0]).toMatchObject({
      type: 'bulletList',
      content: [{ content: [{ type: 'paragraph' }, { type: 'bulletList' }] }, {}],
    })
    expect(blocks[1]).toMatchObject({
      type: 'table',
      attrs: { caption: 'Said' },
      content: [
        { content: [{ type: 'tableHeader' }] },
        { content: [{ attrs: { colspan: 2, align: 'end' } }] },
      ],
    })
    for (const word of ['One', 'Deep', 'Two', 'Head', 'Cell']) expect(text).toContain(word)
  })

  it('keeps who said a quotation and a pull quote', () => {
    const { blocks } =
      convert(`<!-- wp:quote --><blockquote><p>Said.</p><cite>She</cite></blockquote><!-- /wp:quote -->
      <!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Pulled.</p><cite>He</cite></blockquote></figure><!-- /wp:pullquote -->`)
    expect(blocks).toMatchObject([
      { type: 'blockquote', attrs: { cite: 'She' } },
      { type: 'pullQuote', attrs: { cite: 'He' }, content: [{ type: 'paragraph' }] },
    ])
  })

  it('makes verse lines and players', () => {
    expect(types('<!-- wp:verse --><pre class="wp-block-verse">One\nTwo</pre><!-- /wp:verse -->')).toEqual([
      'paragraph',
    ])
    const { blocks } = convert(
      '<!-- wp:embed --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div></figure><!-- /wp:embed -->',
    )
    expect(blocks).toMatchObject([
      { type: 'video', attrs: { url: 'https://www.youtube.com/watch?v=abcdefghijk' } },
    ])
  })

  it('counts blocks that WordPress makes on each request', () => {
    const { losses, blocks } = convert(
      '<!-- wp:latest-posts {"a":1} /-->\n<!-- wp:paragraph --><p>Stays</p><!-- /wp:paragraph -->',
    )
    expect(losses.dropped.get('block latest-posts')).toBe(1)
    expect(blocks).toHaveLength(1)
  })
})

describe('what cannot stay as it is', () => {
  it('simplifies headings outside our levels and says so', () => {
    const { blocks, losses } = convert('<h1>A</h1><h6>B</h6>')
    expect(blocks).toMatchObject([{ attrs: { level: 2 } }, { attrs: { level: 4 } }])
    expect([...losses.simplified.keys()]).toEqual(['h1 became h2', 'h6 became h4'])
  })

  it('drops scripts whole and never lets their text through', () => {
    const { text, losses } = convert('<p>A</p><script>alert(1)</script><p onclick="x()">B</p>')
    expect(text).not.toContain('alert')
    expect(losses.dropped.get('<script>')).toBe(1)
  })

  it('keeps the text of a link that leads nowhere safe', () => {
    const { blocks, losses } = convert('<a href="javascript:alert(1)">Press</a>')
    expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Press' }] }])
    expect(losses.simplified.size).toBe(1)
  })

  it('names the picture whose file is missing, and keeps its caption', () => {
    const { blocks } = convert(
      '<figure><img src="https://x.test/lost.jpg" alt="A"><figcaption>C</figcaption></figure>',
    )
    expect(blocks).toMatchObject([
      { type: 'figure', attrs: { media: null, source: 'https://x.test/lost.jpg' }, content: [{ text: 'C' }] },
    ])
  })

  it('takes pictures out of the middle of a paragraph, in order', () => {
    expect(types('<p>Before <img src="/a.jpg"> after</p>')).toEqual(['paragraph', 'figure', 'paragraph'])
  })

  it('marks runs in another language', () => {
    const { blocks } = convert('<p>He said <span lang="ar">أهلًا</span>.</p>')
    expect(blocks).toMatchObject([
      { content: [{}, { text: 'أهلًا', marks: [{ type: 'foreign', attrs: { lang: 'ar' } }] }, {}] },
    ])
  })

  it('gives an empty text one empty paragraph', () => {
    expect(convert('  ').blocks).toEqual([{ type: 'paragraph' }])
  })
})

describe('players', () => {
  const links = (html: string) => convert(html).text.trim()

  it.each([
    '[audio https://x.test/a.mp3?b=1&amp;c=2]',
    '[audio "https://x.test/a.mp3?b=1&amp;c=2"]',
    '[audio mp3="https://x.test/a.mp3?b=1&amp;c=2"][/audio]',
    '[audio src=https://x.test/a.mp3?b=1&amp;c=2 loop="on"]',
    '[embed https://x.test/a.mp3?b=1&amp;c=2]',
    '[embed width="9"]https://x.test/a.mp3?b=1&amp;c=2[/embed]',
  ])('keep their file as a link: %s', source => {
    expect(links(source)).toBe('https://x.test/a.mp3?b=1&c=2')
  })

  it('keep a video of the uploads, however it is named', () => {
    for (const source of ['[video https://x.test/a.mp4]', '[video mp4="https://x.test/a.mp4"][/video]']) {
      expect(convert(source).blocks).toMatchObject([{ type: 'video', attrs: { media: 8 } }])
    }
    expect(convert('[embed https://youtu.be/abcdefgh]').blocks).toMatchObject([{ type: 'video' }])
  })
})

describe('looks that do not come along', () => {
  it.each([
    ['<ol reversed start="3"><li>x</li></ol>', 'list that counts down'],
    ['<div class="wp-block-columns"><div class="wp-block-column"><p>x</p></div></div>', 'columns'],
    ['<p class="has-text-align-center">x</p>', 'centred text'],
    ['<p style="text-align: center">x</p>', 'centred text'],
    ['<center>x</center>', 'centred text'],
    ['<p>a <span style="color:red">x</span></p>', 'coloured text'],
    ['<p class="has-red-color has-text-color">x</p>', 'coloured text'],
  ])('are counted: %s', (html, what) => {
    expect([...convert(html).losses.simplified]).toEqual([[what, 1]])
  })

  it('are not seen where there are none', () => {
    const html =
      '<p style="background-color:red">x</p><figure style="text-align:center"><img src="/a.jpg"></figure>'
    expect(convert(html).losses.simplified.size).toBe(0)
  })
})

it('refuses HTML that is nested beyond all reason, with that reason', () => {
  expect(() => convert(`${'<div>'.repeat(3000)}x`)).toThrow(/nested more than 400 elements deep/)
})

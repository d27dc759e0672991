import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { type Locale, localeList, locales } from '#i18n/locales.ts'
import { editionMail } from './edition-mail.ts'
import type { MailStory } from './mail-content.ts'
import {
  everyMail,
  filledHtml,
  headlinesOnly,
  manyStories,
  testEdition,
  testPicture,
  testSite,
  testStories,
  testValues,
} from './mail-material.testing.ts'
import { darkRules } from './mail-palette.ts'
import { withValues } from './placeholders.ts'

type Tag = { name: string; attributes: Record<string, string> }

function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  const parser = new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) })
  parser.end(html)
  return tags
}

/** Also what Outlook on Windows alone reads. */
const forOutlook = (html: string) => html.replace(/<!--\[if mso\]>(.*?)<!\[endif\]-->/gs, '$1')

const cases = localeList.flatMap(locale =>
  Object.entries(everyMail(locale)).map(([name, mail]) => ({ locale, name, mail })),
)

describe.each(cases)('the mail $name in $locale', ({ locale, mail }) => {
  const { dir } = locales[locale]
  const start = dir === 'rtl' ? 'right' : 'left'
  const html = filledHtml(mail, locale)
  const tags = tagsOf(html)
  const all = (...names: string[]) => tagsOf(forOutlook(html)).filter(tag => names.includes(tag.name))

  it('says direction, language and alignment on the wrapper, every table and every cell', () => {
    const [wrapper] = all('div')
    const boxes = [wrapper as Tag, ...all('table', 'td', 'h1', 'h2', 'p')]
    expect(boxes.length).toBeGreaterThan(15)
    for (const { name, attributes } of boxes) {
      expect(attributes, name).toMatchObject({ dir, lang: locale })
      expect([start, 'center'], name).toContain(attributes.align)
      expect(attributes.style, name).toContain(`direction:${dir}`)
      if (name !== 'table') expect(attributes.style, name).toContain(`text-align:${attributes.align}`)
    }
    expect(all('html', 'body').map(tag => [tag.attributes.dir, tag.attributes.lang])).toEqual([
      [dir, locale],
      [dir, locale],
    ])
    for (const table of all('table'))
      expect(table.attributes).toMatchObject({
        role: 'presentation',
        cellpadding: '0',
        cellspacing: '0',
        border: '0',
      })
  })

  it('centres nothing but the nameplate and the mail itself', () => {
    expect(all('td').filter(cell => cell.attributes.align === 'center')).toHaveLength(2)
  })

  it('has links with whole addresses and pictures with their size and text', () => {
    for (const link of all('a')) expect(new URL(link.attributes.href ?? '').protocol).toBe('https:')
    for (const image of all('img')) {
      expect(image.attributes.alt).toMatch(/\S/)
      expect(Number(image.attributes.width)).toBeLessThanOrEqual(552)
      expect(Number(image.attributes.height)).toBeLessThanOrEqual(552)
      expect(image.attributes.style).toContain('font-size')
    }
  })

  it('loads nothing but the pictures of its stories, and holds no script', () => {
    const loading = tags.filter(
      tag => tag.attributes.src ?? tag.attributes.background ?? tag.attributes.srcset,
    )
    expect(loading.map(tag => tag.name).every(name => name === 'img')).toBe(true)
    expect(loading.map(tag => tag.attributes.src)).toEqual(loading.map(() => testPicture(locale).url))
    expect(all('script', 'link', 'iframe', 'object', 'form', 'input', 'bdi', 'bdo')).toEqual([])
    expect(html).not.toMatch(/url\(|@import|@font-face|javascript:/i)
    expect(tags.filter(tag => tag.name === 'style')).toHaveLength(1)
    for (const { attributes } of tags)
      expect(Object.keys(attributes).filter(name => name.startsWith('on'))).toEqual([])
  })

  it('names every colour for the dark scheme', () => {
    const rules = darkRules()
    for (const { name, attributes } of tags) {
      const classes = attributes.class?.split(' ') ?? []
      for (const one of classes.filter(one => /^[igr]-/.test(one))) expect(rules).toContain(`.${one}{`)
      const style = attributes.style ?? ''
      if (/(^|;)color:/.test(style)) expect(classes.join(' '), name).toMatch(/\bi-/)
      if (/background-color:/.test(style)) expect(classes.join(' '), name).toMatch(/\bg-/)
      if (/solid #/.test(style)) expect(classes.join(' '), name).toMatch(/\br-/)
    }
  })

  it('is small enough that Gmail shows all of it', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(90_000)
  })

  it('has a subject and a preview on one line each, and its preview alone at the top', () => {
    for (const line of [mail.subject, mail.preview]) {
      expect(line).toMatch(/\S/)
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\ue000-\uf8ff]/u)
    }
    const hidden = /<div style="display:none[^"]*mso-hide:all">([^<]*)<\/div>/.exec(html)?.[1] ?? ''
    expect(hidden.match(/&#847;&zwnj;&nbsp;/g)?.length).toBeGreaterThan(80)
    expect(mail.preview.length).toBeLessThan(220)
  })

  it('has a plain part whose addresses stand on lines of their own', () => {
    const text = withValues(mail.text, testValues(locale), 'text')
    const links = [...new Set(all('a').map(link => link.attributes.href as string))]
    const front = `https://arabpress.example/${locale}`
    for (const link of links.filter(link => link !== front)) expect(text.split('\n')).toContain(link)
    for (const line of text.split('\n')) {
      if (line.includes('https://')) expect(line).toMatch(/^https:\/\/\S+$/)
      expect(line.match(/\u2068/g)?.length).toBe(line.match(/\u2069/g)?.length)
    }
    expect(text).not.toMatch(/[\u202a-\u202e\ue000-\uf8ff\r]|<\/?(?:td|p|a|span)\b/)
    expect(text).toContain(testSite(locale).postalAddress)
  })

  it('keeps texts of people as texts', () => {
    expect(html).not.toMatch(/<script|Bcc:[^<]*\n/i)
    if (mail.text.includes('<script')) expect(html).toContain('&lt;script&gt;')
  })
})

const leadOf = (locale: Locale) => testStories(locale)[0] as MailStory

describe('an edition', () => {
  const edition = testEdition('en')

  it('shows what it has and leaves out what it lacks', () => {
    const { bare, daily } = everyMail('en')
    expect(tagsOf(bare?.html ?? '').filter(tag => ['img', 'h2'].includes(tag.name))).toEqual([])
    expect(tagsOf(daily?.html ?? '').filter(tag => tag.name === 'h2')).toHaveLength(6)
    expect(bare?.html).toContain('>Read the story</a>')
    expect(daily?.html).toContain('>Read the story, 4 minutes</a>')
    expect(daily?.html).toContain('<b>Breaking</b>')
    expect(bare?.html).not.toContain('<b>Breaking</b>')
  })

  it('has room for twenty stories with the longest texts', () => {
    const mail = editionMail(testEdition('ar', { stories: manyStories('ar') }))
    expect(tagsOf(mail.html).filter(tag => tag.name === 'h2')).toHaveLength(19)
    expect(Buffer.byteLength(mail.html)).toBeLessThan(90_000)
  })

  it('is refused without a story', () => {
    expect(() => editionMail({ ...edition, stories: [] })).toThrow()
  })

  it('is about one story where it is breaking', () => {
    const mail = editionMail({
      ...edition,
      newsletter: { name: 'breaking', title: 'Breaking news' },
      at: new Date('2026-02-22T03:40:00Z'),
    })
    const headings = tagsOf(mail.html).filter(tag => /^h\d$/.test(tag.name))
    expect(headings.map(tag => tag.name)).toEqual(['h1'])
    expect(mail.html.indexOf('<h1')).toBeLessThan(mail.html.indexOf('<img'))
    expect(mail.html).toContain('<b>Breaking</b> <span dir="ltr">06:40</span> Makkah time')
  })

  it('scales pictures down, and never up', () => {
    const sized = (width: number, height: number) => {
      const lead = leadOf('en')
      const picture = { ...testPicture('en'), width, height }
      const mail = editionMail({ ...edition, stories: [{ ...lead, picture }] })
      const { attributes } = tagsOf(mail.html).find(tag => tag.name === 'img') as Tag
      return [Number(attributes.width), Number(attributes.height)]
    }
    expect(sized(1104, 621)).toEqual([552, 311])
    expect(sized(800, 1200)).toEqual([368, 552])
    expect(sized(300, 200)).toEqual([300, 200])
  })

  it('gives a picture without a text that of its story', () => {
    const lead = leadOf('en')
    const picture = { ...testPicture('en'), alt: ' ' }
    const mail = editionMail({ ...edition, stories: [{ ...lead, picture }] })
    const image = tagsOf(mail.html).find(tag => tag.name === 'img')
    expect(image?.attributes.alt).toBe(lead.headline)
  })

  it('isolates runs in the text of a picture, which most readers see first', () => {
    const picture = { ...testPicture('ar'), alt: 'مبنى Apple Inc. من الخارج' }
    const mail = editionMail(testEdition('ar', { stories: [{ ...leadOf('ar'), picture }] }))
    const image = tagsOf(mail.html).find(tag => tag.name === 'img')
    expect(image?.attributes.alt).toBe('مبنى \u2068Apple Inc.\u2069 من الخارج')
  })

  it('gives nobody’s link to a headline that asks for it', () => {
    const lead = leadOf('en')
    const headline = 'Signs \ue001 and \ue002 and \ue003 here'
    const mail = editionMail({ ...edition, stories: [{ ...lead, headline }] })
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).toContain('Signs  and  and  here')
  })

  it('isolates runs of the other direction', () => {
    const mail = headlinesOnly('ar', ['شركة Apple Inc. تعلن 3-1'])
    expect(mail.subject).toBe('شركة \u2068Apple Inc.\u2069 تعلن \u20683-1\u2069')
    expect(mail.text).toContain('شركة \u2068Apple Inc.\u2069 تعلن \u20683-1\u2069\n')
    expect(mail.html).toContain(
      'شركة <span dir="ltr" style="white-space:nowrap">Apple Inc.</span> تعلن <span dir="ltr"',
    )
  })

  it('names the publisher once, where the postal address begins with the name', () => {
    const foot = (postalAddress: string) => {
      const mail = editionMail({ ...edition, site: { ...edition.site, postalAddress } })
      return mail.text.trim().split('\n').at(-1)
    }
    expect(foot('Arab Press Ltd, 12 Street')).toBe('Arab Press Ltd, 12 Street')
    expect(foot('12 Street\r\nHarbour City')).toBe('Arab Press, 12 Street, Harbour City')
    expect(foot('')).toBe('Arab Press')
  })
})

import { simpleParser } from 'mailparser'
import PostalMime, { decodeWords } from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { type Locale, localeList } from '#i18n/locales.ts'
import { everyMail, testValues } from './mail-material.testing.ts'
import { compileMail, fillMail } from './mail-template.ts'
import { withValues } from './placeholders.ts'

const from = {
  ar: { name: 'عرب برس، نشرة "الصباح"', address: 'letters@arabpress.example' },
  en: { name: 'Arab Press, "Letters"', address: 'letters@arabpress.example' },
}
const date = new Date('2026-02-22T04:00:07Z')
const leaving =
  '<https://arabpress.example/ar/newsletter/leave/418.Qm7x2LrT9vKd0aXo-Zb3_4fGhJkLmNpQrStUvWx>, <mailto:bounce+leave.418@arabpress.example?subject=leave>'

const compiled = (locale: Locale, name: string, changes = {}) =>
  compileMail(mailNamed(locale, name), { locale, from: from[locale], date, ...changes })

const mailNamed = (locale: Locale, name: string) => {
  const mail = everyMail(locale)[name]
  if (!mail) throw new Error(`No mail ${name}`)
  return mail
}

/* No part is derived from the other. */
const asWritten = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true }

/* postal-mime ends every part with a line of its own. */
const unended = (text: string) => text.replaceAll('\r\n', '\n').replace(/\n+$/, '')

const filling = (locale: Locale) => ({
  to: 'reader@example.org',
  messageId: '12.418@arabpress.example',
  values: testValues(locale),
})

const cases = localeList.flatMap(locale =>
  Object.keys(everyMail(locale)).map(name => [locale, name] as const),
)

describe('a filled mail', () => {
  it.each(cases)(
    'is read back by mailparser and postal-mime as it was written: %s %s',
    async (locale, name) => {
      const content = mailNamed(locale, name)
      const template = await compiled(locale, name, {
        replyTo: 'desk@arabpress.example',
        more: [
          ['List-Id', 'Arab Press <daily.arabpress.example>'],
          ['X-Edition', 'موجز الصباح'],
        ],
      })
      const bytes = fillMail(template, {
        ...filling(locale),
        headers: [
          ['List-Unsubscribe', leaving],
          ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        ],
      })
      const html = withValues(content.html, testValues(locale), 'html')
      const text = withValues(content.text, testValues(locale), 'text')

      const parsed = await simpleParser(bytes, asWritten)
      expect(parsed.html).toBe(html)
      expect(parsed.text).toBe(text)
      expect(parsed.subject).toBe(content.subject)
      expect(parsed.from?.value).toEqual([from[locale]])
      expect(parsed.to).toMatchObject({ value: [{ address: 'reader@example.org', name: '' }] })
      expect(parsed.replyTo?.value[0]?.address).toBe('desk@arabpress.example')
      expect(parsed.messageId).toBe('<12.418@arabpress.example>')
      expect(parsed.date).toEqual(date)
      expect(parsed.attachments).toEqual([])

      const read = await PostalMime.parse(bytes)
      expect(read.html && unended(read.html)).toBe(html)
      expect(read.text && unended(read.text)).toBe(unended(text))
      expect(read.subject).toBe(content.subject)
      expect(read.from).toMatchObject(from[locale])
      expect(read.to).toMatchObject([{ address: 'reader@example.org' }])
      expect(read.messageId).toBe('<12.418@arabpress.example>')
      const header = (key: string) =>
        read.headers.filter(entry => entry.key === key).map(entry => entry.value)
      expect(header('list-unsubscribe')).toEqual([leaving])
      expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
      expect(header('x-edition').map(decodeWords)).toEqual(['موجز الصباح'])
      expect(header('content-language')).toEqual([locale])
      for (const once of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'])
        expect(header(once), once).toHaveLength(1)
    },
  )

  it.each(cases)('has lines that every relay takes: %s %s', async (locale, name) => {
    const bytes = fillMail(await compiled(locale, name), filling(locale))
    const message = bytes.toString('latin1')
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const [, ...body] = message.split('\r\n\r\n')
    for (const line of body.join('\r\n\r\n').split('\r\n')) {
      expect(line.length, line).toBeLessThanOrEqual(76)
      expect(line).toMatch(/^(?:[ -~]*[!-~])?$/)
    }
    expect(message).toMatch(/^Content-Type: multipart\/alternative;/m)
    expect(message.match(/^Content-Transfer-Encoding: quoted-printable\r$/gm)).toHaveLength(2)
    expect(message).toContain('\r\nContent-Type: text/plain; charset=utf-8\r\n')
  })

  it('finds placeholders wherever a line was broken inside them', async () => {
    for (let length = 0; length < 80; length++) {
      const html = `<p>${'x'.repeat(length)}\ue001${'ب'.repeat(length % 7)}\ue002\ue003${'\n'.repeat(length % 3)}z\ue001`
      const text = `${'س'.repeat(length)}\ue003\n\ue001${' '.repeat(length % 4)}\ue002\n`
      const template = await compileMail(
        { subject: 's', preview: '', html, text },
        { locale: 'en', from: from.en, date },
      )
      for (const values of [
        testValues('ar'),
        { leaveUrl: '', changeUrl: '.', confirmedOn: `From ${'=é 😀\t'.repeat(30)} ` },
      ]) {
        const bytes = fillMail(template, { to: 'a@example.org', messageId: 'a@b', values })
        const read = await simpleParser(bytes, asWritten)
        expect(read.html).toBe(withValues(html, values, 'html'))
        expect(read.text).toBe(withValues(text, values, 'text'))
        for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
      }
    }
  })

  it('escapes values in html and not in text', async () => {
    const template = await compiled('en', 'daily')
    const bytes = fillMail(template, {
      ...filling('en'),
      values: { ...testValues('en'), confirmedOn: '<b>"&' },
    })
    const read = await PostalMime.parse(bytes)
    expect(read.html).toContain('confirmed on &lt;b&gt;&quot;&amp;.')
    expect(read.text).toContain('confirmed on <b>"&.')
  })

  it('knows html from text whatever the text says', async () => {
    const template = await compileMail(
      { subject: 's', preview: '', html: '<p>\ue001', text: 'Content-Type: text/html\n\n--x\n\ue001\n' },
      { locale: 'en', from: from.en, date },
    )
    const bytes = fillMail(template, { to: 'a@example.org', messageId: 'a@b', values: { leaveUrl: '&' } })
    const read = await PostalMime.parse(bytes)
    expect(read.text).toContain('\n&\n')
    expect(read.html).toContain('<p>&amp;')
  })

  it('needs a value for every personal line', async () => {
    const template = await compiled('en', 'daily')
    expect(() =>
      fillMail(template, {
        to: 'a@example.org',
        messageId: 'a@b',
        values: { leaveUrl: 'x', changeUrl: 'y' },
      }),
    ).toThrow('confirmedOn')
    const confirmation = await compiled('en', 'confirm')
    expect(
      fillMail(confirmation, { to: 'a@example.org', messageId: 'a@b', values: {} }).length,
    ).toBeGreaterThan(0)
  })

  it('writes an international local part as it is, for servers with SMTPUTF8', async () => {
    const bytes = fillMail(await compiled('ar', 'daily'), {
      ...filling('ar'),
      to: 'قارئ@xn--mgbh0fb.example',
    })
    expect(bytes.toString('utf8')).toContain('To: <قارئ@xn--mgbh0fb.example>\r\n')
    expect((await PostalMime.parse(bytes)).to).toMatchObject([{ address: 'قارئ@xn--mgbh0fb.example' }])
  })

  it('encodes names and subjects in words that no line tears apart', async () => {
    const template = await compiled('ar', 'many')
    const head = template.head.toString('latin1')
    expect(head).toMatch(/^[\r\n -~]*$/)
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  it.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\nBcc: b@example.org',
    'a@example.org\rBcc: b@example.org',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
    'a@example.org> <b@example.org',
    '"a b"@example.org',
    'a b@example.org',
    'a\u2028b@example.org',
    'a\u202eb@example.org',
    'a\0b@example.org',
    'a@b@example.org',
    'a@example.org\u00a0',
    'a@[127.0.0.1]',
    'a@پ.example',
    '@example.org',
    'a@',
    'a',
    '',
  ])('takes no address that could be two or end its header: %j', async to => {
    const template = await compiled('en', 'confirm')
    expect(() => fillMail(template, { to, messageId: 'a@b', values: {} })).toThrow('recipient')
  })

  it.each([
    ['List-Unsubscribe', '<https://example.org>\r\nBcc: b@example.org'],
    ['List-Unsubscribe', '<https://example.org>\nBcc: b@example.org'],
    ['List-Unsubscribe', '<https://example.org>\r\n folded'],
    ['List-Unsubscribe\r\nBcc', 'b@example.org'],
    ['Bcc: b@example.org\r\nX', 'y'],
    ['X Y', 'z'],
    ['', 'z'],
    ['X-Arabic', 'عربي'],
    ['X-Nul', 'a\0'],
    ['X-Empty', ''],
    ['X-Long', 'x'.repeat(999)],
  ] as const)('takes no header that could hide another: %j %j', async (name, value) => {
    const template = await compiled('en', 'confirm')
    const headers = [[name, value]] as const
    expect(() => fillMail(template, { to: 'a@example.org', messageId: 'a@b', values: {}, headers })).toThrow(
      /header/,
    )
  })

  it.each(['a@b\r\nBcc: c@d', 'a', 'a b@c', '<a@b> <c@d>', '<<a@b>>', ''])(
    'takes no malformed identifier: %j',
    async messageId => {
      const template = await compiled('en', 'confirm')
      expect(() => fillMail(template, { to: 'a@example.org', messageId, values: {} })).toThrow('identifier')
    },
  )

  it('composes nothing from fixed headers that break lines', async () => {
    const evil = 'x\r\nBcc: b@example.org'
    const content = mailNamed('en', 'confirm')
    const envelope = { locale: 'en', from: from.en, date } as const
    await expect(compileMail({ ...content, subject: evil }, envelope)).rejects.toThrow('Subject')
    await expect(compileMail(content, { ...envelope, from: { ...from.en, name: evil } })).rejects.toThrow(
      'From',
    )
    await expect(compileMail(content, { ...envelope, from: { ...from.en, address: evil } })).rejects.toThrow(
      'From',
    )
    await expect(compileMail(content, { ...envelope, replyTo: evil })).rejects.toThrow('Reply-To')
    await expect(compileMail(content, { ...envelope, more: [['X', evil]] })).rejects.toThrow('X')
    await expect(compileMail(content, { ...envelope, more: [['X', `ع${evil}`]] })).rejects.toThrow('X')
  })
})

import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { returnedMail, returnedMails, testDelivery, testKey } from './fixtures.testing.ts'
import { returnPath } from './mail-token.ts'
import { readReportMail } from './read-report-mail.ts'

const read = (raw: Buffer) => readReportMail(raw, [testKey])
const withCrlf = (raw: Buffer) => Buffer.from(raw.toString().replaceAll('\n', '\r\n'))

/* Mail, severity, status, address, and some words of the reason. */
const BOUNCES = [
  ['postfix-user-unknown', 'hard', '5.1.1', 'layla@example.net', 'virtual mailbox table'],
  ['gmail-address-not-found-arabic', 'hard', '5.1.1', 'omar.haddad@gmail.example', 'does not exist'],
  ['mailbox-full', 'soft', '5.2.2', 'layla@example.net', 'full'],
  ['forwarded-both-failed', 'soft', '4.4.1', 'layla@example.net', 'try again later'],
  ['exchange-access-denied', 'hard', '5.4.1', 'sami@company.example', 'Access denied'],
  ['exchange-arabic', 'hard', '5.1.10', 'noura@company.example', 'not found'],
  ['international-address', 'hard', '5.1.1', 'ليلى@example.net', 'لا يوجد مستخدم'],
  ['international-address-encoded', 'soft', '5.6.7', 'ليلى@example.net', 'SMTPUTF8'],
  ['blocklist', 'soft', '5.7.1', 'layla@example.net', 'blocked'],
  ['vague-status', 'hard', '5.2.1', 'layla@example.net', 'disabled'],
  ['expired', 'soft', '4.4.7', 'layla@example.net', 'Connection refused'],
  ['rewritten-return-path', 'hard', '5.1.1', 'layla@example.net', 'User unknown'],
  ['base64-status', 'hard', '5.1.2', 'layla@example.net', 'Host unknown'],
  ['qmail', 'hard', '5.1.1', 'layla@example.net', 'no mailbox here'],
  ['exim', 'hard', null, 'layla@example.net', 'No such user here'],
  ['postfix-plain', 'soft', '5.2.2', 'layla@example.net', 'over quota'],
  ['exchange-plain', 'hard', '5.1.1', 'sami@company.example', 'RecipNotFound'],
  ['yahoo', 'hard', null, 'layla@yahoo.example', 'disabled'],
] as const

const COMPLAINTS = [
  ['complaint-abuse', 'layla@provider.example', 'abuse'],
  ['complaint-redacted', null, 'abuse'],
  ['complaint-fraud', null, 'fraud'],
  ['complaint-unsubscribe', 'layla@provider.example', 'opt-out'],
] as const

const OF_NO_CONCERN = [
  'delayed',
  'relayed',
  'expanded-one-reached',
  'exim-delayed',
  'complaint-not-spam',
  'out-of-office-arabic',
  'read-receipt',
]

describe('a mail to leave', () => {
  const leaving = (to: string, subject = 'unsubscribe 2a.1.token') =>
    Buffer.from(`From: layla@example.net\nTo: <${to}>\nSubject: ${subject}\nMIME-Version: 1.0\n\n`)
  const own = returnPath(testDelivery, { key: testKey, domain: 'bounces.news.example.org' })

  it('is believed by the address that only the reader was told', async () => {
    expect((await read(leaving(own))).reports).toEqual([
      expect.objectContaining({ kind: 'leave', ...testDelivery }),
    ])
    const invented = own.replace(/.@/, sign => (sign === 'a@' ? 'b@' : 'a@'))
    expect(await read(leaving(invented))).toMatchObject({ kind: 'other', reports: [] })
    expect(await read(leaving(own, 'A question'))).toMatchObject({ kind: 'other', reports: [] })
  })
})

describe('a mail that came back', () => {
  it.each(BOUNCES)('is a bounce: %s', async (name, severity, status, address, words) => {
    const report = { kind: 'bounce', severity, status, address, text: expect.stringContaining(words) }
    const expected = { kind: 'report', reports: [{ ...report, ...testDelivery }] }
    expect(await read(returnedMail(name))).toEqual(expected)
    expect(await read(withCrlf(returnedMail(name)))).toEqual(expected)
  })

  it.each(COMPLAINTS)('is a complaint: %s', async (name, address, words) => {
    const report = { kind: 'complaint', severity: 'hard', status: null, address }
    const expected = [{ ...report, ...testDelivery, text: expect.stringContaining(words) }]
    expect((await read(returnedMail(name))).reports).toEqual(expected)
  })

  it.each(OF_NO_CONCERN)('is of no concern: %s', async name => {
    expect(await read(returnedMail(name))).toEqual({ kind: 'automatic', reports: [] })
  })

  it('is left to a person when a person wrote it', async () => {
    expect(await read(returnedMail('letter-of-a-reader'))).toEqual({ kind: 'other', reports: [] })
  })

  it('has a test', () => {
    const tested = [...BOUNCES, ...COMPLAINTS].map(([name]) => name as string)
    expect(returnedMails().toSorted()).toEqual([...tested, ...OF_NO_CONCERN, 'letter-of-a-reader'].toSorted())
  })

  it.each([...BOUNCES, ...COMPLAINTS].map(([name]) => name))(
    'proves nothing when invented: %s',
    async name => {
      const invented = returnedMail(name, testDelivery, randomBytes(32))
      expect(await read(invented)).toEqual({ kind: 'unproven', reports: [] })
    },
  )

  it('cannot name another subscriber than its token', async () => {
    const raw = returnedMail('postfix-user-unknown').toString()
    const changed = Buffer.from(raw.replaceAll(`.${testDelivery.subscriber}.`, '.90418.'))
    expect(await read(changed)).toEqual({ kind: 'unproven', reports: [] })
  })
})

describe('what is no mail', () => {
  const dsn = returnedMail('gmail-address-not-found-arabic')

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['bytes', randomBytes(200_000)],
    ['zeros', Buffer.alloc(100_000)],
    ['a header without an end', Buffer.from(`From: a@example.org\nTo: ${'x'.repeat(2_000_000)}`)],
    ['parts in parts', Buffer.from(`From: a@example.org\n${nested(2_000)}`)],
    [
      'mails in mails',
      Buffer.from(`From: a@example.org\n${'Content-Type: message/rfc822\n\n'.repeat(5_000)}`),
    ],
  ])('is left to a person: %s', async (_, raw) => {
    expect((await read(raw)).reports).toEqual([])
  })

  it('is understood however much it returns', async () => {
    const returned = Buffer.concat([dsn, Buffer.alloc(10 * 1024 * 1024, 'مطار الرياض\n')])
    expect((await read(returned)).reports).toMatchObject([{ ...testDelivery, severity: 'hard' }])
  })

  it('never throws where it is cut off, and finds the same or nothing', async () => {
    const whole = await read(dsn)
    for (let length = 0; length < dsn.length; length += 97) {
      const { reports } = await read(dsn.subarray(0, length))
      if (reports.length > 0)
        expect(reports[0]).toMatchObject({ ...testDelivery, kind: whole.reports[0]?.kind })
    }
  })

  it.each(['-', '\n', ' ', '<', 'a', '1', '@', '1.', 'bounce+1.'])(
    'costs no more than its length: %j',
    async letters => {
      const text = letters.repeat(200_000 / letters.length)
      const exim = returnedMail('exim').toString().replace('------ This', `${text}\n------ This`)
      expect((await read(Buffer.from(exim))).kind).toMatch(/report|unproven/)
      const status = returnedMail('blocklist').toString().replace('smtp; 550', `smtp; ${text} 550`)
      expect((await read(Buffer.from(status))).kind).toMatch(/report|unproven|other/)
    },
  )
})

function nested(depth: number): string {
  return Array.from(
    { length: depth },
    (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
  ).join('')
}

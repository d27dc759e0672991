import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { type Dovecot, missingDovecot, startDovecot } from './dovecot.testing.ts'
import { returnedMail, testDelivery, testKey } from './fixtures.testing.ts'
import type { MailReport } from './mail-report.ts'
import { type MailboxPoll, pollMailbox } from './poll-mailbox.ts'

const keys = [testKey]
const nobody = async () => undefined

async function refusalOf(poll: Partial<MailboxPoll> & { url: string }): Promise<string> {
  try {
    await pollMailbox({ keys, take: nobody, ...poll })
  } catch (error) {
    if (isExpected(error, 'mailbox')) return `${errorWords(error, 'en')} ${JSON.stringify(error.parameters)}`
    throw error
  }
  throw new Error('It was not refused')
}

const missing = missingDovecot()
if (missing) it.skip(`reads a mailbox of a real server (skipped: ${missing})`, () => undefined)

describe.skipIf(missing)('a mailbox of a real server', () => {
  let server: Dovecot
  beforeAll(async () => {
    server = await startDovecot()
  })
  afterAll(() => server?.stop())

  it('is read once: reports are taken and moved, letters of persons stay with a flag', async () => {
    server.deliver([
      returnedMail('postfix-user-unknown'),
      returnedMail('complaint-abuse'),
      returnedMail('out-of-office-arabic'),
      returnedMail('letter-of-a-reader'),
      returnedMail('mailbox-full', testDelivery, Buffer.from('the key of somebody else')),
      Buffer.concat([returnedMail('gmail-address-not-found-arabic'), Buffer.alloc(10 * 1024 * 1024, 'x\n')]),
    ])
    const taken: MailReport[] = []
    const take = async (reports: MailReport[]) => void taken.push(...reports)
    const counts = await pollMailbox({ url: server.url(), keys, take })
    expect(counts).toEqual({ read: 4, reports: 3, flagged: 2, waiting: 0 })
    expect(taken.map(({ kind, severity, subscriber }) => [kind, severity, subscriber])).toEqual([
      ['bounce', 'hard', testDelivery.subscriber],
      ['complaint', 'hard', testDelivery.subscriber],
      ['bounce', 'hard', testDelivery.subscriber],
    ])
    expect(await server.flagsIn('INBOX')).toEqual([['\\Flagged'], ['\\Flagged']])
    expect(await server.flagsIn('Processed')).toEqual([['\\Seen'], ['\\Seen'], ['\\Seen'], ['\\Seen']])
    const none = { read: 0, reports: 0, flagged: 0, waiting: 0 }
    expect(await pollMailbox({ url: server.url(), keys, take })).toEqual(none)
  })

  it('keeps a mail whose report could not be taken, and the rest for the next time', async () => {
    server.deliver([returnedMail('qmail'), returnedMail('exim'), returnedMail('yahoo')])
    const fault = new Error('The database is closed')
    let failures = 0
    const take = async () => {
      failures += 1
      throw fault
    }
    await expect(pollMailbox({ url: server.url(), keys, take })).rejects.toBe(fault)
    expect(failures).toBe(1)
    const few = { url: server.url(), keys, take: nobody, limits: { mails: 2 } }
    expect(await pollMailbox(few)).toEqual({ read: 2, reports: 2, flagged: 0, waiting: 1 })
    expect(await pollMailbox(few)).toEqual({ read: 1, reports: 1, flagged: 0, waiting: 0 })
  })

  it('lets nobody in with a wrong password, which no message shows', async () => {
    const words = await refusalOf({ url: server.url({ password: 'hunter2' }) })
    expect(words).toMatch(/^The mail server 127\.0\.0\.1:\d+ does not let bounces@example\.org in \(.+\)\./)
    expect(words).not.toContain('hunter2')
  })

  it('is refused without TLS where TLS was asked for', async () => {
    expect(await refusalOf({ url: server.url({ protocol: 'imaps' }) })).toMatch(/no secure connection/)
  })
})

describe('a mail server', () => {
  it('that is not there is named', async () => {
    const words = await refusalOf({ url: 'imap://bounces:hunter2@127.0.0.1:1' })
    expect(words).toContain(
      'There is no connection to the mail server 127.0.0.1:1, or it was lost (ECONNREFUSED)',
    )
    expect(words).not.toContain('hunter2')
  })

  it.each([
    ['says nothing', ''],
    ['stops after its greeting', '* OK ready\r\n'],
  ])('that %s is left after some time', async (_, greeting) => {
    const silent = net.createServer(socket => {
      socket.on('error', () => undefined)
      if (greeting) socket.write(greeting)
    })
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as net.AddressInfo
    const poll = { url: `imap://bounces:hunter2@127.0.0.1:${port}`, limits: { wholeMs: 300 } }
    expect(await refusalOf(poll)).toMatch(/took longer than 0\.3 seconds/)
    silent.close()
  })

  it('that speaks another language is named', async () => {
    const web = net.createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
    const { port } = web.address() as net.AddressInfo
    expect(await refusalOf({ url: `imap://bounces:hunter2@127.0.0.1:${port}` })).toMatch(
      /no connection to the mail server/,
    )
    web.close()
  })
})

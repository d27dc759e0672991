import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MailTransport } from './mail-transport.ts'
import { aScriptedServer } from './scripted-server.testing.ts'
import { type SmtpOptions, smtpTransport } from './smtp-transport.ts'

const server = aScriptedServer()
const transports: MailTransport[] = []

afterEach(async () => {
  for (const transport of transports.splice(0)) await transport.close()
})

function aTransport(options: Partial<SmtpOptions> = {}): MailTransport {
  const transport = smtpTransport({
    ...{ url: `smtp://127.0.0.1:${server.port}`, connections: 1, perSecond: 0, dkim: null },
    ...{ answerMs: 3_000, ...options },
  })
  transports.push(transport)
  return transport
}

const HEAD = 'From: press@example.org\r\nTo: reader@example.org\r\nSubject: News\r\n\r\n'
const aMessage = (to = 'reader@example.org', body = 'Harbours fill again.\r\n') => ({
  ...{ from: 'press@example.org', to },
  raw: Buffer.from(HEAD + body),
})
const yes = () => vi.fn(async () => true)

describe('a mail server that', () => {
  it('ends a connection with 421 gets the message again over another', async () => {
    const transport = aTransport()
    let asked = 0
    server.answer = command =>
      command.startsWith('MAIL') && ++asked === 1 ? '421 4.7.0 Too many messages here' : null
    const handOver = yes()
    expect(await transport.send(aMessage(), handOver)).toMatchObject({
      ...{ kind: 'broken', answer: expect.stringContaining('Too many messages here') },
    })
    expect(handOver).not.toHaveBeenCalled()
    expect(await transport.send(aMessage(), handOver)).toEqual({ kind: 'sent' })
    expect(server.connections).toBe(2)
  })

  it('answers 421 to a recipient has not been given the last byte', async () => {
    server.answer = command => (command.startsWith('RCPT') ? '421 4.3.2 Going down' : null)
    const handOver = yes()
    expect(await aTransport().send(aMessage(), handOver)).toMatchObject({ kind: 'broken' })
    expect(handOver).not.toHaveBeenCalled()
  })

  it('answers 421 to the last byte has not taken the message', async () => {
    server.answer = command => (command === '.' ? '421 4.3.2 Going down' : null)
    expect(await aTransport().send(aMessage(), yes())).toMatchObject({ kind: 'deferred' })
    expect(server.messages).toHaveLength(1)
  })

  it('never greets is out of reach', async () => {
    server.greeting = 'silence'
    const handOver = yes()
    const sent = await aTransport({ connectMs: 200 }).send(aMessage(), handOver)
    expect(sent).toMatchObject({ kind: 'unreachable', isLasting: false })
    expect(handOver).not.toHaveBeenCalled()
  })

  it('greets with 554 is out of reach', async () => {
    server.greeting = '554 5.7.1 You are on a list'
    expect(await aTransport().send(aMessage(), yes())).toMatchObject({
      ...{ kind: 'unreachable', answer: expect.stringContaining('You are on a list') },
    })
  })

  it('hangs up after the sender has got nothing', async () => {
    server.answer = command => (command.startsWith('MAIL') ? 'hang-up' : null)
    const handOver = yes()
    expect(await aTransport().send(aMessage(), handOver)).toMatchObject({ kind: 'broken' })
    expect(handOver).not.toHaveBeenCalled()
  })

  it('hangs up before the last byte may leave has not got the message', async () => {
    let allow: (mayLeave: boolean) => void = () => {}
    const handOver = vi.fn(() => new Promise<boolean>(resolve => (allow = resolve)))
    const hungUp = new Promise<void>(resolve => {
      server.onBody = hangUp => {
        hangUp()
        resolve()
      }
    })
    const transport = aTransport()
    const sending = transport.send(aMessage(), handOver)
    await hungUp
    /* The next message finds the broken connection gone. */
    server.onBody = () => {}
    expect(await transport.send(aMessage(), yes())).toEqual({ kind: 'sent' })
    allow(true)
    expect(await sending).toMatchObject({ kind: 'broken' })
    expect(server.messages).toHaveLength(1)
  })

  it('hangs up after the last byte has perhaps kept the message', async () => {
    server.answer = command => (command === '.' ? 'hang-up' : null)
    const handOver = yes()
    expect(await aTransport({ connections: 2 }).send(aMessage(), handOver)).toMatchObject({
      kind: 'unanswered',
    })
    expect(handOver).toHaveBeenCalledTimes(1)
    expect(server.messages).toHaveLength(1)
  })

  it('answers before the end of the message is given no end', async () => {
    server.answer = command => (command === 'DATA' ? '354 Go on\r\n451 4.3.0 No room after all' : null)
    const handOver = vi.fn(async () => true)
    const sent = await aTransport({ answerMs: 500 }).send(aMessage(), handOver)
    /* Either the message was held back, or its standing is not known. It is never tried again by itself after its end. */
    expect(server.messages.length).toBe(handOver.mock.calls.length)
    expect(sent.kind).toBe(handOver.mock.calls.length > 0 ? 'unanswered' : 'deferred')
  })

  it('refuses the password is out of reach, and its answer names no password', async () => {
    server.abilities = ['AUTH PLAIN LOGIN']
    server.answer = command => (command.startsWith('AUTH') ? '535 5.7.8 Wrong password' : null)
    const url = `smtp://press:hush-hush@127.0.0.1:${server.port}`
    const sent = await aTransport({ url }).send(aMessage(), yes())
    expect(sent).toMatchObject({ kind: 'unreachable', isLasting: true })
    expect(sent).toMatchObject({ answer: expect.stringContaining('Wrong password') })
    expect(JSON.stringify(sent)).not.toContain('hush-hush')
  })

  it('has SMTPUTF8 takes an Arabic mailbox', async () => {
    server.abilities = ['SMTPUTF8']
    expect(await aTransport().send(aMessage('قارئ@example.org'), yes())).toEqual({ kind: 'sent' })
    expect(server.commands.find(command => command.startsWith('MAIL'))).toContain('SMTPUTF8')
  })

  it('lacks SMTPUTF8 is not given one, and that is not the fault of the mailbox', async () => {
    const handOver = yes()
    const sent = await aTransport().send(aMessage('قارئ@example.org'), handOver)
    expect(sent).toMatchObject({ kind: 'refused', isMailbox: false })
    expect(handOver).not.toHaveBeenCalled()
    expect(server.messages).toEqual([])
  })
})

it('carries a message of 90 KB byte for byte, with lines that begin with dots', async () => {
  const body = '.\r\n..hidden\r\n'.repeat(3) + `${'=D8=A7'.repeat(12)}=\r\n`.repeat(1_200)
  const message = aMessage('reader@example.org', body)
  expect(message.raw.length).toBeGreaterThan(90_000)
  expect(await aTransport().send(message, yes())).toEqual({ kind: 'sent' })
  expect(server.messages[0]?.replace(/^\./gm, '')).toBe(message.raw.toString())
})

describe('a certificate that nobody would trust', () => {
  /* Its own, long expired one. */
  const secure = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH'], closeTimeout: 100 })
  afterEach(() => new Promise<void>(resolve => secure.close(() => resolve())))

  async function listening(): Promise<number> {
    secure.on('error', () => {})
    const socket = secure.listen(0, '127.0.0.1')
    await new Promise(resolve => socket.once('listening', resolve))
    return (socket.address() as AddressInfo).port
  }

  it('is taken from this machine and from no other', async () => {
    const port = await listening()
    const near = await aTransport({ url: `smtp://127.0.0.1:${port}` }).send(aMessage(), yes())
    expect(near).toEqual({ kind: 'sent' })
    const handOver = yes()
    /* The same machine under an address that does not say so. */
    const far = await aTransport({ url: `smtp://[::ffff:127.0.0.1]:${port}` }).send(aMessage(), handOver)
    expect(far).toMatchObject({ kind: 'unreachable', isLasting: true })
    expect(far).toMatchObject({ answer: expect.stringMatching(/certificate/i) })
    expect(handOver).not.toHaveBeenCalled()
  })
})

it('sends no password in the clear to another machine', async () => {
  server.abilities = ['AUTH PLAIN LOGIN']
  const url = `smtp://press:hush-hush@[::ffff:127.0.0.1]:${server.port}`
  expect(await aTransport({ url }).send(aMessage(), yes())).toMatchObject({ kind: 'unreachable' })
  expect(server.commands.some(command => command.startsWith('AUTH'))).toBe(false)
})

/* For tests: a real mail server on a port of this machine, which keeps what it was given. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

type ReceivedMail = { from: string; to: string; raw: string; isUtf8: boolean }

/** An answer to a command: null for yes, or a code with its words; `silence` is no answer at all. */
type Reply = null | 'silence' | { code: number; text: string }

export type MailServer = {
  readonly url: string
  /** The mails that the server has acknowledged, or would have. */
  readonly received: ReceivedMail[]
  onSender: (address: string) => Reply
  onRecipient: (address: string) => Reply
  /** After the last byte. */
  onMail: (mail: ReceivedMail) => Reply | Promise<Reply>
  away: () => Promise<void>
  back: () => Promise<void>
}

export type MailServerOptions = { hidesUtf8?: boolean }

/** A mail server that is away until it is called back. */
export function mailServer(options: MailServerOptions = {}): MailServer {
  let server: SMTPServer | null = null
  let port = 0
  const received: ReceivedMail[] = []
  const mails: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    received,
    onSender: () => null,
    onRecipient: () => null,
    onMail: () => null,
    async away() {
      const closing = server
      server = null
      await new Promise<void>(resolve => (closing ? closing.close(() => resolve()) : resolve()))
    },
    async back() {
      server = makeServer(mails, options)
      const listening = server.listen(port, '127.0.0.1')
      await new Promise(resolve => listening.once('listening', resolve))
      port = (listening.address() as AddressInfo).port
    },
  }
  return mails
}

function makeServer(mails: MailServer, { hidesUtf8 = false }: MailServerOptions): SMTPServer {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], hideSMTPUTF8: hidesUtf8 },
    closeTimeout: 100,
    onMailFrom: ({ address }, _, done) => reply(mails.onSender(address), done),
    onRcptTo: ({ address }, _, done) => reply(mails.onRecipient(address), done),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo[0]?.address ?? '',
          raw: Buffer.concat(chunks).toString(),
          isUtf8: Boolean((session.envelope as { smtpUtf8?: boolean }).smtpUtf8),
        }
        const answer = await mails.onMail(mail)
        if (answer === null || answer === 'silence') mails.received.push(mail)
        reply(answer, done)
      })
    },
  })
  server.on('error', () => {})
  return server
}

function reply(answer: Reply, done: (error?: Error | null) => void): void {
  if (answer === 'silence') return
  done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }))
}

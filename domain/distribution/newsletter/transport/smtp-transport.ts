import { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import { severityOf, statusIn } from '#domain/distribution/newsletter/bounces/severity.ts'
import { isThisMachine } from '#settings/local-host.ts'
import type { HandOver, MailTransport, Sent } from './mail-transport.ts'

export type SmtpOptions = {
  /** smtp:// or smtps://, with user and password percent-encoded. */
  url: string
  connections: number
  /** Messages a second; 0 for no limit. */
  perSecond: number
  dkim: { domainName: string; keySelector: string; privateKey: string } | null
  /** The longest wait for an answer; ten minutes after the last byte (RFC 5321, 4.5.3.2.6). */
  answerMs?: number
}

const CONNECT_MS = 30_000
const ANSWER_MS = 10 * 60_000
const MESSAGES_A_CONNECTION = 1_000
const CLOSE_MS = 10_000

type SendError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** Hands messages to a mail server, over connections that stay open between them. */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const { url, connections, perSecond, dkim, answerMs = ANSWER_MS } = options
  const { hostname, username } = new URL(url)
  const onTheirWay = new WeakMap<object, Held>()
  const transporter = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: MESSAGES_A_CONNECTION,
    ...(perSecond > 0 && { rateLimit: perSecond, rateDelta: 1_000 }),
    ...(dkim && { dkim }),
    /*
     * A password does not leave this machine in the clear, whatever a server between says. A relay on this machine has
     * no certificate that anybody would trust.
     */
    requireTLS: username !== '' && !isThisMachine(hostname),
    tls: { rejectUnauthorized: !isThisMachine(hostname) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  /* Where the stream leaves for the connection, after it was signed: it ends with the final dot. */
  transporter.use('stream', (mail, done) => {
    const held = onTheirWay.get(mail.data.envelope as object)
    if (held) {
      const create = mail.message.createReadStream.bind(mail.message)
      mail.message.createReadStream = streamOptions =>
        Readable.from(withLastByteHeld(() => create(streamOptions), held)) as ReturnType<typeof create>
    }
    done()
  })
  /* Every message tells of its own faults; without a listener, one of an idle connection would end the process. */
  transporter.on('error', () => {})

  return {
    atOnce: connections,
    async send(message, handOver) {
      const envelope = { from: message.from, to: [message.to] }
      const state = { handOver, asked: false, handed: false }
      onTheirWay.set(envelope, state)
      try {
        await transporter.sendMail({ envelope, raw: message.raw })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error as SendError, state)
      }
    },
    async close() {
      const deadline = Date.now() + CLOSE_MS
      while (!transporter.isIdle() && Date.now() < deadline)
        await new Promise(resolve => setTimeout(resolve, 50))
      transporter.close()
    },
  }
}

type Held = { handOver: HandOver; asked: boolean; handed: boolean }

/*
 * Nothing is read before the server asks for the message: a stream that is pushed would have asked to hand over a short
 * message before its recipient was accepted.
 */
async function* withLastByteHeld(create: () => AsyncIterable<Buffer>, held: Held) {
  for await (const chunk of create()) yield chunk
  if (held.asked) throw new Error('The message was handed over once')
  held.asked = true
  held.handed = await held.handOver()
  if (!held.handed) throw new Error('The message may not leave')
}

function outcomeOf(error: SendError, { asked, handed }: Held): Sent {
  const { responseCode = 0, command = '', code = '' } = error
  const answer = shortened(error.response || error.message)
  const isAnswered = responseCode >= 400 && responseCode < 600
  if (asked && !handed) return { kind: 'abandoned' }
  if (handed && !isAnswered) return { kind: 'unanswered', answer }
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return { kind: 'unreachable', answer }
  if (isAnswered && command === 'MAIL FROM' && responseCode >= 500) return { kind: 'sender-refused', answer }
  if (isAnswered && (code === 'EENVELOPE' || code === 'EMESSAGE')) {
    if (responseCode < 500) return { kind: 'deferred', answer }
    return { kind: 'refused', answer, isMailbox: isMailboxFault(responseCode, command, answer) }
  }
  /* Nodemailer's own: an address that only servers with SMTPUTF8 take. */
  if (code === 'EENVELOPE') return { kind: 'refused', answer, isMailbox: false }
  return { kind: 'unreachable', answer }
}

/* Only what is refused before the message was seen is about the recipient. */
function isMailboxFault(responseCode: number, command: string, answer: string): boolean {
  const severity = severityOf({ status: statusIn(answer), code: String(responseCode), text: answer })
  return severity === 'hard' && (command === 'RCPT TO' || statusIn(answer) !== null)
}

const shortened = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 300)

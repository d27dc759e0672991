import { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import { severityOf, statusIn } from '#domain/distribution/newsletter/bounces/severity.ts'
import { isThisMachine } from '#settings/local-host.ts'
import { lacksSmtpUtf8 } from './lacks-smtp-utf8.ts'
import type { HandOver, MailTransport, Sent } from './mail-transport.ts'
import { pace } from './pace.ts'

export type SmtpOptions = {
  /** smtp:// or smtps://, with user and password percent-encoded. */
  url: string
  connections: number
  /** Messages a second; 0 for no limit. */
  perSecond: number
  dkim: { domainName: string; keySelector: string; privateKey: string } | null
  /** The longest wait for a connection and its greeting. */
  connectMs?: number
  /** The longest wait for an answer; ten minutes after the last byte (RFC 5321, 4.5.3.2.6). */
  answerMs?: number
}

const CONNECT_MS = 30_000
const ANSWER_MS = 10 * 60_000
const MESSAGES_A_CONNECTION = 1_000
const CLOSE_MS = 10_000
const LONGEST_TURN_S = 5
const NEEDS_UTF8 = 'The mail server has no SMTPUTF8, which this address needs'

type SendError = Error & {
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
  response?: string
}

/** Hands messages to a mail server, over connections that stay open between them. */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const { url, connections, perSecond, dkim, answerMs = ANSWER_MS, connectMs = CONNECT_MS } = options
  const { hostname, username } = new URL(url)
  const onTheirWay = new WeakMap<object, Held>()
  const turn = pace(perSecond)
  const transporter = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: MESSAGES_A_CONNECTION,
    ...(dkim && { dkim }),
    /*
     * A password does not leave this machine in the clear, whatever a server between says. A relay on this machine has
     * no certificate that anybody would trust.
     */
    requireTLS: username !== '' && !isThisMachine(hostname),
    tls: { rejectUnauthorized: !isThisMachine(hostname) },
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
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
        Readable.from(
          withLastByteHeld(() => {
            /* Nodemailer leaves the word out for a server that does not know it, and sends the message all the same. */
            if (held.needsUtf8 && lacksSmtpUtf8(transporter, mail)) throw new Error(NEEDS_UTF8)
            return create(streamOptions)
          }, held),
        ) as ReturnType<typeof create>
    }
    done()
  })
  /* Every message tells of its own faults; without a listener, one of an idle connection would end the process. */
  transporter.on('error', () => {})

  return {
    /* A stop waits for those that wait for their turn. */
    atOnce: perSecond > 0 ? Math.min(connections, perSecond * LONGEST_TURN_S) : connections,
    async send(message, handOver) {
      await turn()
      const envelope = { from: message.from, to: [message.to] }
      const needsUtf8 = /[^ -~]/.test(message.to)
      const state: Held = { handOver, needsUtf8, asked: null, handed: false, isOver: false }
      onTheirWay.set(envelope, state)
      try {
        await transporter.sendMail({ envelope, raw: message.raw })
        return { kind: 'sent' }
      } catch (error) {
        state.isOver = true
        return outcomeOf(error as SendError, await standingOf(state))
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

type Held = {
  handOver: HandOver
  needsUtf8: boolean
  /** The answer to whether the last byte may leave, once that was asked. */
  asked: Promise<boolean> | null
  /** The last byte has left, as far as anybody knows. */
  handed: boolean
  /** It is known what became of the message, so nothing of it may follow. */
  isOver: boolean
}

/*
 * Nothing is read before the server asks for the message: a stream that is pushed would have asked to hand over a short
 * message before its recipient was accepted.
 */
async function* withLastByteHeld(create: () => AsyncIterable<Buffer>, held: Held) {
  for await (const chunk of create()) yield chunk
  if (held.asked) throw new Error('The message was handed over once')
  if (held.isOver) throw new Error('The message was answered before its end')
  held.asked = held.handOver()
  const mayLeave = await held.asked
  if (!mayLeave) throw new Error('The message may not leave')
  held.handed = true
}

type Standing = 'held' | 'forbidden' | 'late' | 'handed'

/**
 * The point that a message had reached when its fault was known: held back, forbidden to leave, allowed to leave when
 * it was too late, or handed over.
 */
async function standingOf({ asked, handed }: Held): Promise<Standing> {
  if (handed) return 'handed'
  if (!asked) return 'held'
  return (await asked.catch(() => false)) ? 'late' : 'forbidden'
}

function outcomeOf(error: SendError, standing: Standing): Sent {
  const { responseCode = 0, command = '', code = '', originalCode = '' } = error
  const answer = shortened(error.response || error.message)
  const isAnswered = responseCode >= 400 && responseCode < 600
  if (standing === 'forbidden') return { kind: 'abandoned' }
  /* A server that answers before the end, and goes on listening, may have got the end as well. */
  if (standing === 'late' && isAnswered) return { kind: 'unanswered', answer }
  if (standing === 'handed') {
    const isRefusal = isAnswered && code === 'EMESSAGE'
    return isRefusal ? answeredOutcome(error, answer) : { kind: 'unanswered', answer }
  }
  if (error.message === NEEDS_UTF8) return { kind: 'refused', answer, isMailbox: false }
  if (responseCode === 421 || code === 'ECONNECTION') return { kind: 'broken', answer }
  if (LASTING.has(code) || /CERT|TLS|SSL|SIGNATURE/.test(originalCode))
    return { kind: 'unreachable', answer, isLasting: true }
  if (isAnswered && command === 'MAIL FROM' && responseCode >= 500) return { kind: 'sender-refused', answer }
  if (isAnswered && (code === 'EENVELOPE' || code === 'EMESSAGE')) return answeredOutcome(error, answer)
  return { kind: 'unreachable', answer, isLasting: false }
}

function answeredOutcome({ responseCode = 0, command = '' }: SendError, answer: string): Sent {
  if (responseCode < 500) return { kind: 'deferred', answer }
  return { kind: 'refused', answer, isMailbox: isMailboxFault(responseCode, command, answer) }
}

/* Faults that the next connection would meet as well, and a wrong password too often locks the account. */
const LASTING = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EDNS'])

/* Only what is refused before the message was seen is about the recipient. */
function isMailboxFault(responseCode: number, command: string, answer: string): boolean {
  const severity = severityOf({ status: statusIn(answer), code: String(responseCode), text: answer })
  return severity === 'hard' && (command === 'RCPT TO' || statusIn(answer) !== null)
}

const shortened = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 300)

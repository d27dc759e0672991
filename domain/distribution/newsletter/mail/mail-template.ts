import MailComposer from 'nodemailer/lib/mail-composer'
import type { Locale } from '#i18n/locales.ts'
import type { MailContent } from './mail-content.ts'
import {
  headerLine,
  isAscii,
  type MailHeader,
  messageIdLine,
  recipientLine,
  withoutControls,
} from './mail-headers.ts'
import { escapedForHtml, type Placeholder, placeholderOf } from './placeholders.ts'
import { quotedPrintable, SOFT_BREAK } from './quoted-printable.ts'

/** A composed message with holes for its personal lines. It serves all subscribers of an edition in one language. */
export type MailTemplate = {
  /** All headers that are the same for everybody, and the empty line behind them. */
  head: Buffer
  /** The body, cut at its personal lines. */
  pieces: readonly (Buffer | Hole)[]
}

type Hole = { placeholder: Placeholder; isHtml: boolean }

type Envelope = {
  locale: Locale
  from: { name: string; address: string }
  replyTo?: string | null
  date: Date
  /** Further headers, the same for everybody. */
  more?: readonly MailHeader[]
}

/** Composes the message once. */
export async function compileMail(content: MailContent, envelope: Envelope): Promise<MailTemplate> {
  const { locale, from, replyTo, date, more = [] } = envelope
  const plainHeaders = more.filter(([, value]) => isAscii(value)).map(headerLine)
  const otherHeaders = more.filter(([, value]) => !isAscii(value))
  const composer = new MailComposer({
    from: { name: withoutControls(from.name, 'From'), address: withoutControls(from.address, 'From') },
    ...(replyTo && { replyTo: { name: '', address: withoutControls(replyTo, 'Reply-To') } }),
    subject: withoutControls(content.subject, 'Subject'),
    date,
    headers: [
      { key: 'Content-Language', value: locale },
      ...otherHeaders.map(([key, value]) => ({ key, value: withoutControls(value, key) })),
    ],
    text: content.text,
    html: content.html,
    encoding: 'quoted-printable',
    /* Arabic in base64 takes less than half of what it takes in quoted-printable. */
    textEncoding: 'B',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = (await composer.compile().build()).toString('latin1')
  const end = message.indexOf('\r\n\r\n')
  const head = message
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .filter(line => !/^message-id:/i.test(line))
  const boundary = /boundary="([^"]+)"/.exec(message)?.[1]
  const body = message.slice(end + 4)
  return {
    head: Buffer.from(`${head.join('\r\n')}\r\n${plainHeaders.join('')}\r\n`, 'latin1'),
    /* The html is the last part. */
    pieces: cutAtHoles(body, body.lastIndexOf(`--${boundary}\r\n`)),
  }
}

/** A sign of a personal line in quoted-printable, wherever a line was broken inside it. */
const HOLE = /=EE(?:=\r\n)?=80(?:=\r\n)?(=8[0-9A-F])/g

function cutAtHoles(body: string, html: number): (Buffer | Hole)[] {
  const pieces: (Buffer | Hole)[] = []
  let rest = ''
  let end = 0
  const add = (text: string) => pieces.push(Buffer.from(text, 'latin1'))
  for (const hole of body.matchAll(HOLE)) {
    const placeholder = placeholderOf(Buffer.from(`EE80${hole[1]?.slice(1)}`, 'hex').toString())
    if (!placeholder) continue
    rest += body.slice(end, hole.index)
    end = hole.index + hole[0].length
    add(closed(rest))
    pieces.push({ placeholder, isHtml: hole.index > html })
    /* A value may be as long as a line, so whatever follows it begins a new one. */
    rest = body.startsWith('\r\n', end) ? '' : SOFT_BREAK
    if (body.startsWith(SOFT_BREAK, end)) end += SOFT_BREAK.length
  }
  add(rest + body.slice(end))
  return pieces
}

/* The start of a line, for a value that counts its signs from there. */
function closed(text: string): string {
  return text.endsWith('\r\n') ? text : text + SOFT_BREAK
}

type Filling = {
  to: string
  messageId: string
  /** A value for every placeholder that the mail has. */
  values: Readonly<Partial<Record<Placeholder, string>>>
  headers?: readonly MailHeader[]
}

/** The finished message for one subscriber. The rest of the message is copied, not composed again. */
export function fillMail(template: MailTemplate, { to, messageId, values, headers = [] }: Filling): Buffer {
  const own = recipientLine(to) + messageIdLine(messageId) + headers.map(headerLine).join('')
  const buffers = [Buffer.from(own), template.head]
  for (const piece of template.pieces)
    buffers.push(piece instanceof Uint8Array ? piece : filled(piece, values))
  return Buffer.concat(buffers)
}

function filled({ placeholder, isHtml }: Hole, values: Filling['values']): Buffer {
  const value = values[placeholder]
  if (value === undefined) throw new Error(`The mail has no value for ${placeholder}`)
  return Buffer.from(quotedPrintable(isHtml ? escapedForHtml(value) : value), 'latin1')
}

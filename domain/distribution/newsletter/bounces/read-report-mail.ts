import type { MailReport } from './mail-report.ts'
import { type Delivery, readMessageId, readReturnPath } from './mail-token.ts'
import { type ParsedMail, parseMail } from './parse-mail.ts'
import { readDeliveryStatus } from './read-delivery-status.ts'
import { readFeedbackReport } from './read-feedback-report.ts'
import { readOtherBounce } from './read-other-bounce.ts'

/** A mail that came back: `reports` is empty unless it is a report on a mail of ours. */
export type ReportMail = {
  /**
   * `automatic`: a delay, an out-of-office reply and the like, which concern nobody. `unproven`: a report that carries
   * no token of ours, as anybody could invent it to silence a reader. `other`: a letter of a person, or no mail at all.
   */
  kind: 'report' | 'automatic' | 'unproven' | 'other'
  reports: MailReport[]
}

/** Reads a raw mail as a bounce or a complaint about a mail that was made with one of the keys. */
export async function readReportMail(raw: Buffer, keys: readonly Buffer[]): Promise<ReportMail> {
  const mail = await parseMail(raw)
  if (!mail) return { kind: 'other', reports: [] }
  const leaving = leavingOf(mail, keys)
  if (leaving) return { kind: 'report', reports: [leaving] }
  const finding = readFeedbackReport(mail) ?? readDeliveryStatus(mail) ?? readOtherBounce(mail)
  if (finding === null) return { kind: isAutomatic(mail) ? 'automatic' : 'other', reports: [] }
  if (finding === 'none') return { kind: 'automatic', reports: [] }
  const delivery = deliveryOf(mail, keys)
  if (!delivery) return { kind: 'unproven', reports: [] }
  return { kind: 'report', reports: [{ ...finding, ...delivery }] }
}

const RECIPIENT_HEADERS = [
  'to',
  'cc',
  'delivered-to',
  'x-delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'apparently-to',
]

/* By the address in List-Unsubscribe, which is the return path of the reader's own mail. */
function leavingOf({ header }: ParsedMail, keys: readonly Buffer[]): MailReport | null {
  if (!/^\s*unsubscribe\b/i.test(header('subject')[0] ?? '')) return null
  const delivery = readReturnPath(RECIPIENT_HEADERS.flatMap(header).join('\n'), keys)
  return delivery && { kind: 'leave', severity: 'hard', address: null, status: null, text: '', ...delivery }
}

/* The address to which it came, else the mail that it returns or answers. */
function deliveryOf({ header, text, parts }: ParsedMail, keys: readonly Buffer[]): Delivery | null {
  const recipients = RECIPIENT_HEADERS.flatMap(header).join('\n')
  const references = [...header('in-reply-to'), ...header('references')].join('\n')
  const returned = [...parts.map(({ content }) => content), text].join('\n')
  return (
    readReturnPath(recipients, keys) ??
    readReturnPath(returned, keys) ??
    readMessageId(returned, keys) ??
    readMessageId(references, keys)
  )
}

function isAutomatic({ header }: ParsedMail): boolean {
  const submitted = header('auto-submitted')[0] ?? 'no'
  const isReceipt = /disposition-notification/i.test(header('content-type')[0] ?? '')
  const isReply =
    ['x-autoreply', 'x-autorespond'].some(name => header(name).length > 0) ||
    /auto.?reply/i.test(header('precedence')[0] ?? '')
  return !/^\s*no\b/i.test(submitted) || isReceipt || isReply
}

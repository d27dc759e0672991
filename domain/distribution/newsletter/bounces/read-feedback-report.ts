import { type Finding, reason } from './finding.ts'
import { fieldOf, type ParsedMail } from './parse-mail.ts'

/* The reader, or a filter in the reader's name, wants no more of it. */
const COMPLAINTS = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list', 'unsubscribe'])

/** Reads a complaint that a provider passes on (RFC 5965); null in a mail without one. */
export function readFeedbackReport({ parts }: ParsedMail): Finding | null {
  const report = parts.find(({ type }) => type === 'message/feedback-report')?.content
  if (report === undefined) return null
  const type = fieldOf(report, 'Feedback-Type')?.toLowerCase() ?? ''
  if (!COMPLAINTS.has(type)) return 'none'
  const by = fieldOf(report, 'Reporting-MTA') ?? fieldOf(report, 'User-Agent')
  return {
    kind: 'complaint',
    severity: 'hard',
    address: /[^\s<>@]{1,64}@[^\s<>]{1,255}/.exec(fieldOf(report, 'Original-Rcpt-To') ?? '')?.[0] ?? null,
    status: null,
    text: reason(by === null ? type : `${type} (${by})`),
  }
}

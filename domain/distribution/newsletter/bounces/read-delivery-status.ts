import { type Finding, reason } from './finding.ts'
import { fieldOf, type ParsedMail } from './parse-mail.ts'
import { codeIn, severityOf, statusIn } from './severity.ts'

const STATUS_TYPE = /^message\/(?:global-)?delivery-status$/
const MOST_RECIPIENTS = 100

/**
 * Reads the status of a delivery (RFC 3464, RFC 6533); null in a mail without one. Each of our mails has one recipient:
 * several in a status are those to whom it was forwarded, and one that it reached is enough. A delay is no harm, since
 * a failure follows it.
 */
export function readDeliveryStatus({ parts }: ParsedMail): Finding | null {
  const recipients = parts
    .filter(({ type }) => STATUS_TYPE.test(type))
    .flatMap(({ content }) => content.split(/\n[ \t]*\n/))
    .filter(block => fieldOf(block, 'Final-Recipient') ?? fieldOf(block, 'Action'))
    .slice(0, MOST_RECIPIENTS)
  if (recipients.length === 0) return null
  const failures = recipients.map(failureIn)
  return failures.find(each => each === 'none') ?? failures.find(isSoft) ?? failures[0] ?? null
}

function isSoft(finding: Finding): boolean {
  return finding !== 'none' && finding.severity === 'soft'
}

function failureIn(block: string): Finding {
  if (fieldOf(block, 'Action')?.toLowerCase().startsWith('failed') !== true) return 'none'
  const text = reason(fieldOf(block, 'Diagnostic-Code')?.replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, '') ?? '')
  const status = exactStatus(statusIn(fieldOf(block, 'Status') ?? ''), statusIn(text))
  return {
    kind: 'bounce',
    severity: severityOf({ status, code: codeIn(text), text }),
    address: addressIn(fieldOf(block, 'Original-Recipient')) ?? addressIn(fieldOf(block, 'Final-Recipient')),
    status,
    text,
  }
}

/* Servers that know no better write 5.0.0, beside the exact code of the server that refused. */
function exactStatus(status: string | null, inText: string | null): string | null {
  const isVague = status === null || /^[45]\.0\.0$/.test(status)
  return isVague ? (inText ?? status) : status
}

/* `rfc822; name@host` or `utf-8; name@host`, whose letters can be written as \x{0623}. */
function addressIn(field: string | null): string | null {
  const [, kind = '', value = ''] = /^([\w-]+)\s*;\s*<?([^\s<>]+)>?/.exec(field ?? '') ?? []
  if (!value.includes('@')) return null
  return kind.toLowerCase() === 'utf-8' ? value.replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, letter) : value
}

function letter(written: string, hex: string): string {
  const point = Number.parseInt(hex, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : written
}

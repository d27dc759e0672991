export type Severity = 'hard' | 'soft'

/* The mailbox or its domain does not exist or takes no mail. */
const HARD_STATUS = /^5\.(?:0\.0|1\.(?:0|1|2|3|4|6|10)|2\.[01]|4\.[14])$/
const HARD_CODE = /^(?:550|551|553|556)$/

const NOBODY =
  /(?:user|recipient|mailbox|account|address)\b[^.\n]{0,40}\b(?:unknown|not found|does ?n[o']t exist|no longer (?:available|valid|exists)|disabled|inactive|deactivated|invalid)|\b(?:unknown|no such|invalid|inactive) (?:user|recipient|mailbox|account|address)|mailbox[^.\n]{0,20} unavailable|no mailbox here|doesn't have an? [^\n]{0,40}account|recipnotfound|domain (?:name )?not found|null ?mx/i
const FULL =
  /(?:mailbox|quota|inbox|storage)[^.\n]{0,40}\b(?:full|exceeded)|over ?quota|out of (?:storage|space)/i
const NOT_OUR_READER =
  /spam|spamhaus|block(?:ed|list)|blacklist|\bpolicy|reputation|dmarc|\bdkim|\bspf\b|content rejected|virus|rate.?limit|too many|greylist|unauthenticated/i

/**
 * The severity of a refusal, by its enhanced status code, its code of SMTP and its words. A refusal that is about us,
 * the content or the moment is soft whatever its code: one entry on a blocklist would otherwise silence all readers of
 * a provider.
 */
export function severityOf(refusal: { status: string | null; code: string | null; text: string }): Severity {
  const { status, code, text } = refusal
  if (status?.startsWith('4') || (!status && code?.startsWith('4'))) return 'soft'
  if (FULL.test(text)) return 'soft'
  if (NOBODY.test(text)) return 'hard'
  if (NOT_OUR_READER.test(text)) return 'soft'
  if (status) return HARD_STATUS.test(status) ? 'hard' : 'soft'
  return code && HARD_CODE.test(code) ? 'hard' : 'soft'
}

/** The first enhanced status code of a failure in a text. */
export function statusIn(text: string): string | null {
  return /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(text)?.[0] ?? null
}

/** The first code of SMTP for a failure in a text. */
export function codeIn(text: string): string | null {
  return /(?<![\d.])[45]\d\d(?=[ #-])(?![ -]*(?:bytes|seconds))/.exec(text)?.[0] ?? null
}

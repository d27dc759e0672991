import { type ExpectedError, isExpected } from '#errors/expected-error.ts'
import { requestOutside } from '#outside/request-outside.ts'
import { hostAndPort } from '#outside/resolve-host.ts'

/** The answer to a message, or the reason why there was none. */
export type Reply =
  | { status: number; retryAfterMs: number | null; movedTo: string | null }
  | { status: null; fault: ExpectedError }

export type Message = {
  /** The address of a service that the settings name. */
  url: string
  contentType: string
  body: string
  /** The address of the site, which tells administrators of the service who asks. */
  siteUrl: string
  signal: AbortSignal
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 3
/* No answer needs more; the rest is not read. */
const MAX_BYTES = 64 * 1024

/**
 * Sends a message to a service. Follows redirects within the same origin only. Null when the signal aborted it, which
 * says nothing about the service.
 */
export async function sendMessage(message: Message): Promise<Reply | null> {
  const { url, contentType, body, siteUrl, signal, timeoutMs = TIMEOUT_MS } = message
  try {
    const { status, headers, location } = await requestOutside({
      ...{ url, method: 'POST', body, siteUrl, signal },
      headers: { 'Content-Type': contentType },
      /* An administrator named it, and it may be on this machine or in the newsroom's own network. */
      allowed: [hostAndPort(new URL(url))],
      limits: { wholeMs: timeoutMs, maxBytes: MAX_BYTES },
      whenLarger: 'cut',
      redirects: { most: MAX_REDIRECTS, stayAtOrigin: true, keepMethod: true },
    })
    return { status, retryAfterMs: waitMs(headers['retry-after']), movedTo: location }
  } catch (error) {
    if (isExpected(error, 'outside')) return { status: null, fault: error }
    if (signal.aborted) return null
    throw error
  }
}

/* Seconds or a date (RFC 9110, 10.2.3). */
function waitMs(value: string | undefined): number | null {
  if (value === undefined) return null
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** What came of a request: an answer, or why there was none. */
export type Answered =
  | { status: number; retryAfterMs: number | null; movedTo: string | null }
  | { status: null; fault: string }

export type Message = {
  url: string
  contentType: string
  body: string
  /** The address of the site, for whoever wonders who asks. */
  siteUrl: string
  signal: AbortSignal
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const MOST_HOPS = 3
/* Nobody has that much to say about it; what goes beyond is not read. */
const MOST_BYTES = 64 * 1024

/** Sends something outside. It follows to another address of the same host, and to no other; it never throws. */
export async function post(message: Message): Promise<Answered> {
  const { url, signal, timeoutMs = TIMEOUT_MS } = message
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  try {
    return await follow(message, url, within, MOST_HOPS)
  } catch (error) {
    return { status: null, fault: faultOf(error) }
  }
}

async function follow(message: Message, url: string, signal: AbortSignal, hops: number): Promise<Answered> {
  const { contentType, body, siteUrl } = message
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': contentType, 'User-Agent': `ArabPress (+${siteUrl})` },
    body,
    redirect: 'manual',
    signal,
  })
  await readBounded(response)
  const { status, headers } = response
  const location = headers.get('location')
  const isMoved = status >= 300 && status < 400 && location !== null && URL.canParse(location, url)
  if (!isMoved) return { status, retryAfterMs: retryAfterMs(headers.get('retry-after')), movedTo: null }
  const next = new URL(location, url)
  if (next.origin === new URL(url).origin && hops > 0) return follow(message, next.href, signal, hops - 1)
  return { status, retryAfterMs: null, movedTo: next.origin }
}

/* Read, so that the connection can be used again; what it says is of no use. */
async function readBounded({ body }: Response): Promise<void> {
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return
  }
}

/* Seconds, or a moment (RFC 9110, 10.2.3). */
function retryAfterMs(value: string | null): number | null {
  if (value === null) return null
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/* The codes of the network stand in the cause. */
function faultOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return cause?.code ?? name ?? 'unknown'
}

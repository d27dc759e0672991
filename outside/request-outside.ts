import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'
import { exchange, HandshakeFault, timeoutFault } from './exchange.ts'
import { type Hop, type Method, nextHop, parseAddress, type RedirectRules, redirectTarget } from './hop.ts'
import { CODINGS, readBody } from './read-body.ts'
import { type Resolver, resolveHost, systemResolver } from './resolve-host.ts'

export type OutsideRequest = {
  url: string
  method?: Method
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The address of this site, which tells administrators of the other host who asks. */
  siteUrl: string
  /**
   * Hosts with their ports that may be asked although their addresses are not public, as `hostAndPort` writes them.
   * For what an administrator named in the settings; never for an address that came with content.
   */
  allowed?: readonly string[]
  limits?: Partial<Limits>
  /** With `cut`, a larger body is truncated instead of refused. */
  whenLarger?: 'refuse' | 'cut'
  redirects?: RedirectRules
  signal?: AbortSignal
  resolve?: Resolver
}

type Limits = {
  /** Limit for resolving the name, and again for the connection with its TLS. */
  connectMs: number
  /** Limit from there until the head of the response. */
  firstByteMs: number
  /** Limit for everything, redirects included. */
  wholeMs: number
  /** Limit of the body after decompression. */
  maxBytes: number
}

export type OutsideAnswer = {
  /** The address that answered, after redirects. */
  url: string
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** The target of a redirect that was not followed. */
  location: string | null
}

const LIMITS: Limits = { connectMs: 5_000, firstByteMs: 10_000, wholeMs: 30_000, maxBytes: 1024 * 1024 }
const MOST_REDIRECTS = 5

/* Headers of the connection, and those that this client sets on every request. */
const OWN_HEADERS =
  /^(?:host|user-agent|accept-encoding|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|te|trailer|proxy-.*)$/

/**
 * Asks another host over http or https, within the limits of time, bytes and redirects. Before each request of a chain
 * of redirects the name is resolved and its addresses are checked; only a host on the allow-list may have a private
 * one. An answer of any status is an answer.
 * @throws ExpectedError of the family `outside` when there is none; its words name the host and never the path
 * @throws the reason of the signal when that is aborted
 */
export async function requestOutside(request: OutsideRequest): Promise<OutsideAnswer> {
  const { signal, redirects = {}, whenLarger = 'refuse' } = request
  const limits = { ...LIMITS, ...request.limits }
  const most = redirects.most ?? MOST_REDIRECTS
  const deadline = AbortSignal.timeout(limits.wholeMs)
  const within = signal ? AbortSignal.any([signal, deadline]) : deadline
  let hop = firstHop(request)
  for (let followed = 0; ; followed++) {
    const { host } = hop.url
    try {
      within.throwIfAborted()
      const response = await ask(hop, request, limits, within)
      const status = response.statusCode ?? 0
      const target = redirectTarget(hop, status, response.headers.location)
      const next = target && most > 0 ? nextHop(hop, status, target, redirects) : null
      if (!next) {
        const bounds = { host, maxBytes: limits.maxBytes, whenLarger }
        const body = await bodyOf(hop, response, bounds)
        const location = target?.href ?? null
        return { url: hop.url.href, status, headers: response.headers, body, location }
      }
      response.destroy()
      if (followed >= most) throw new ExpectedError('outside.tooManyRedirects', { host, most })
      hop = next
    } catch (error) {
      signal?.throwIfAborted()
      throw deadline.aborted ? timeoutFault(hop.url, 'whole', limits.wholeMs) : outsideFault(error, host)
    }
  }
}

function firstHop({ url, method = 'GET', headers = {}, body }: OutsideRequest): Hop {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase()
    if (OWN_HEADERS.test(key)) throw new TypeError(`${name} is a header that this client sets`)
    own[key] = value
  }
  return { url: parseAddress(url), method, headers: own, body: body ?? null }
}

async function ask(
  hop: Hop,
  { siteUrl, allowed = [], resolve = systemResolver }: OutsideRequest,
  { connectMs, firstByteMs }: Limits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const addresses = await inTime(resolveHost(hop.url, { allowed, resolve }), hop.url, connectMs, signal)
  const headers = { ...hop.headers, 'user-agent': `ArabPress (+${siteUrl})`, 'accept-encoding': CODINGS }
  return exchange({ ...hop, headers }, { addresses, connectMs, firstByteMs, signal })
}

/* A resolver cannot be stopped, but the wait for it can. */
function inTime<Result>(work: Promise<Result>, url: URL, ms: number, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    const timer = setTimeout(() => reject(timeoutFault(url, 'connect', ms)), ms)
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    })
  })
}

function bodyOf(
  { method }: Hop,
  response: IncomingMessage,
  bounds: Parameters<typeof readBody>[1],
): Promise<Buffer> | Buffer {
  const { statusCode } = response
  if (method !== 'HEAD' && statusCode !== 204 && statusCode !== 304) return readBody(response, bounds)
  response.destroy()
  return Buffer.alloc(0)
}

/* Errors of the network get a code and words. A fault of the program, such as a header with a line break, stays one. */
function outsideFault(error: unknown, host: string): unknown {
  if (isExpected(error) || !(error instanceof Error)) return error
  if (error instanceof HandshakeFault)
    return new ExpectedError('outside.tls', { host, reason: reasonOf(error.cause) }, { cause: error.cause })
  const reason = reasonOf(error)
  const code = OF_THE_NETWORK.find(([pattern]) => pattern.test(reason))?.[1]
  return code ? new ExpectedError(code, { host, reason }, { cause: error }) : error
}

const OF_THE_NETWORK = [
  [/^ERR_SSL/, 'outside.tls'],
  [/^(?:HPE_|Z_|ERR__ERROR_|ERR_BROTLI)/, 'outside.badAnswer'],
  [/^(?:E[A-Z]+|ERR_STREAM_PREMATURE_CLOSE)$/, 'outside.connection'],
] as const

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

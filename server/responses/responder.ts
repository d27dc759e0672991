import type { IncomingMessage, ServerResponse } from 'node:http'
import { SHARED_BRIEFLY } from '#server/cache/copy-sender.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { preferredLocale } from '#server/requests/preferred-locale.ts'
import { chooseCoding, compress } from './content-coding.ts'
import { type Notice, plainNotice } from './plain-notice.ts'
import { send } from './send.ts'

export type Redirect = { status: 307 | 308; location: string; vary?: string }

type Headers = { page: Record<string, string>; plain: Record<string, string> }

const RETRY_AFTER_S = '5'

/** Sends what no cache keeps here: redirects, notices, and pages of faults. */
export class Responder {
  /* A client that asks too often asks for the same few notices. */
  private readonly bodies = new Map<string, Buffer>()
  private readonly packed = new Map<string, Promise<Buffer>>()

  constructor(private readonly headers: Headers) {}

  /** The headers of a page about one reader: nobody keeps it, lists it, or hands its address on. */
  get privateHeaders(): Record<string, string> {
    return {
      ...this.headers.page,
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
    }
  }

  redirect(response: ServerResponse, { status, location, vary }: Redirect): void {
    if (vary) response.setHeader('Vary', vary)
    const headers = { ...this.headers.plain, 'Cache-Control': SHARED_BRIEFLY, Location: location }
    response.writeHead(status, { ...headers, 'Content-Length': 0 }).end()
  }

  /** A notice in both languages, the one that the browser prefers first. */
  async notice(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    notice: Notice,
  ): Promise<void> {
    const locale = preferredLocale(request.headers['accept-language'])
    const coding = chooseCoding(request.headers['accept-encoding'])
    const body = once(this.bodies, `${notice} ${locale}`, () => plainNotice(notice, locale))
    const packed = await once(this.packed, `${notice} ${locale} ${coding}`, () => compress(body, coding))
    const headers = { ...this.headers.page, 'Cache-Control': 'no-store' }
    const encoded = { [coding]: packed }
    await send(request, response, { status, contentType: 'text/html; charset=utf-8', body, headers, encoded })
  }

  async page(request: IncomingMessage, response: ServerResponse, page: FinishedPage): Promise<void> {
    if (page.kind === 'redirect') return this.redirect(response, page)
    const { status, contentType, body } = page
    if (status === 503) response.setHeader('Retry-After', RETRY_AFTER_S)
    const headers = { ...this.headers.page, 'Cache-Control': 'no-store' }
    await send(request, response, { status, contentType, body, headers })
  }
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

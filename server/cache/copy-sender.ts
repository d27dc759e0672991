import { type IncomingMessage, type ServerResponse, validateHeaderValue } from 'node:http'
import { pageAnswers } from '#server/metrics/traffic.ts'
import { chooseCoding } from '#server/responses/content-coding.ts'
import { type DocumentKind, documentKind, withFrames } from '#server/responses/page-policy.ts'
import { namesAny } from '#server/responses/send.ts'
import { StoredResponse } from '#server/responses/stored-response.ts'
import { connectionLimits } from '#server/running/connection-limits.ts'
import type { Outcome } from './page-cache.ts'
import type { Head, PageCopy, Rendition } from './page-copy.ts'

/* A cache in front may keep a page for a second, and longer only while we are down. */
export const SHARED_BRIEFLY = 'public, max-age=0, s-maxage=1, stale-if-error=300'

/** The facts of one sending, apart from the copy. `extra` has names and values of headers in turn. */
export type Sending = { outcome: Outcome; requestId: string; extra?: readonly string[] }

const KEEP_ALIVE_MS = connectionLimits.keepAliveTimeout ?? 5000

type Headers = {
  page: Record<string, string>
  /** Of documents that a browser shows without their being pages: feeds, vector graphics. */
  document: Record<string, string>
  /** Of everything else. */
  plain: Record<string, string>
}

const CACHE_STATUS: Record<Outcome, string> = {
  hit: 'arab-press; hit',
  lingering: 'arab-press; hit; detail=lingering',
  spared: 'arab-press; hit; detail=spared',
  miss: 'arab-press; fwd=uri-miss; stored',
  stale: 'arab-press; fwd=stale; stored',
  joined: 'arab-press; fwd=uri-miss; collapsed',
  bypass: 'arab-press; fwd=bypass',
}

/** Sends stored copies. The headers of a copy are put together once, not for each sending. */
export class CopySender {
  private readonly heads: Record<DocumentKind, string[]>

  /** `cacheControl` stands instead of what a copy says, for answers that nobody may keep. */
  constructor(
    { page, document, plain }: Headers,
    private readonly cacheControl?: string,
  ) {
    this.heads = {
      page: Object.entries(page).flat(),
      document: Object.entries(document).flat(),
      other: Object.entries(plain).flat(),
    }
  }

  /** Sends a copy that needs no more work. Gives false, and sends nothing, when the coding has to be made first. */
  sendReady(request: IncomingMessage, response: ServerResponse, copy: PageCopy, sending: Sending): boolean {
    const rendition = copy.body.ready(codingOf(request, copy))
    if (rendition) this.write(request, response, copy, rendition, sending)
    return rendition !== undefined
  }

  async send(
    request: IncomingMessage,
    response: ServerResponse,
    copy: PageCopy,
    sending: Sending,
  ): Promise<void> {
    const rendition = await copy.body.rendition(codingOf(request, copy))
    if (!response.destroyed) this.write(request, response, copy, rendition, sending)
  }

  private write(
    request: IncomingMessage,
    response: ServerResponse,
    copy: PageCopy,
    rendition: Rendition,
    { outcome, requestId, extra = [] }: Sending,
  ): void {
    pageAnswers[outcome]++
    const isRight = outcome !== 'lingering' && outcome !== 'spared'
    /* A copy that is right at this moment is as good as new for the next cache. */
    const age = isRight ? '0' : String(Math.max(0, Math.ceil((Date.now() - copy.madeAt) / 1000)))
    const own = ['Cache-Status', CACHE_STATUS[outcome], 'Age', age, 'X-Request-Id', requestId, ...extra]
    if (copy.status === 200 && isKnown(request, copy)) {
      response.writeHead(304, [...this.confirmation(copy, rendition), ...own]).end()
      return
    }
    const head = this.head(copy, rendition)
    const body = request.method === 'HEAD' ? undefined : rendition.bytes
    /* The values in these lines that come from elsewhere were checked when the head was made. */
    const isSent =
      response instanceof StoredResponse &&
      response.sendStored(copy.status, head.lines + linesOf(own), body, KEEP_ALIVE_MS)
    if (!isSent) response.writeHead(copy.status, [...head.list, ...own]).end(body)
  }

  private head(copy: PageCopy, rendition: Rendition): Head {
    const known = copy.heads.get(rendition.etag)
    if (known) return known
    const { coding, bytes } = rendition
    const list = [
      ...this.confirmation(copy, rendition),
      ...(copy.location === null ? ['Content-Type', copy.contentType] : ['Location', copy.location]),
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      'Content-Length',
      String(bytes.length),
      ...(copy.link === null ? [] : ['Link', copy.link]),
      ...cacheTags(copy),
      ...this.policyOf(copy),
    ]
    for (let index = 0; index < list.length; index += 2)
      validateHeaderValue(list[index] ?? '', list[index + 1] ?? '')
    const head = { list, lines: linesOf(list) }
    copy.heads.set(rendition.etag, head)
    return head
  }

  private policyOf({ contentType, frames }: PageCopy): string[] {
    const headers = this.heads[documentKind(contentType)]
    return frames.length === 0 ? headers : headers.map(value => withFrames(value, frames))
  }

  /* The headers that a 304 carries too. */
  private confirmation(copy: PageCopy, { etag }: Rendition): string[] {
    const cacheControl = this.cacheControl ?? copy.cacheControl ?? SHARED_BRIEFLY
    return [
      'Cache-Control',
      cacheControl,
      ...(copy.location === null ? ['Vary', 'Accept-Encoding'] : []),
      ...(copy.status === 200 ? ['ETag', etag, 'Last-Modified', copy.lastModified] : []),
    ]
  }
}

function linesOf(list: readonly string[]): string {
  let lines = ''
  for (let index = 0; index < list.length; index += 2) lines += `${list[index]}: ${list[index + 1]}\r\n`
  return lines
}

/* Caches in front that can purge by name understand one of the two. */
function cacheTags({ tags: own, parts }: PageCopy): string[] {
  const tags = parts ? [...own, ...parts.tags] : own
  if (tags.length === 0) return []
  return ['Cache-Tag', tags.join(','), 'Surrogate-Key', tags.join(' ')]
}

function codingOf(request: IncomingMessage, copy: PageCopy) {
  return copy.body.codingFor(chooseCoding(request.headers['accept-encoding']))
}

/* A client's tag says more than its date, so the date counts only without one (RFC 9110, 13.1.3). */
function isKnown(request: IncomingMessage, copy: PageCopy): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers
  if (tags !== undefined) return namesAny(tags, tag => copy.body.isNamedBy(tag))
  return since !== undefined && Date.parse(copy.lastModified) <= Date.parse(since)
}

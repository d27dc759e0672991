import crypto from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { qualityOf } from '#server/requests/preferred-locale.ts'

const brotli = promisify(zlib.brotliCompress)
const unbrotli = promisify(zlib.brotliDecompress)
const gzip = promisify(zlib.gzip)
const gunzip = promisify(zlib.gunzip)

export type Coding = 'br' | 'gzip' | 'identity'

/** An answer that is complete: everything about it is known before its first byte leaves. */
export type Outgoing = {
  status: number
  contentType: string
  body: Buffer
  headers: Record<string, string>
  /** Bodies that were compressed before, by coding. */
  encoded?: Partial<Record<Coding, Buffer>>
}

/* Below this size the headers of a coding cost more than it saves. */
const MIN_COMPRESSED_BYTES = 512

/** Sends an answer in the coding that the client likes best, or 304 when it has it already. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  outgoing: Outgoing,
): Promise<void> {
  const { status, contentType, body, headers } = outgoing
  const coding = isWorthCompressing(contentType, body)
    ? chooseCoding(request.headers['accept-encoding'])
    : 'identity'
  /* A copy that a client already has is confirmed without compressing anything. */
  const etag = entityTag(body, coding)
  const isKnown = status === 200 && matches(request.headers['if-none-match'], etag)
  const encoded = isKnown ? null : (outgoing.encoded?.[coding] ?? (await compress(body, coding)))
  if (response.destroyed) return
  response.statusCode = isKnown ? 304 : status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (status === 200) response.setHeader('ETag', etag)
  if (isCompressible(contentType)) addToVary(response, 'Accept-Encoding')
  if (encoded === null) {
    response.end()
    return
  }
  response.setHeader('Content-Type', contentType)
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding)
  response.setHeader('Content-Length', encoded.length)
  response.end(request.method === 'HEAD' ? undefined : encoded)
}

const MAX_KNOWN_WISHES = 256
const knownWishes = new Map<string, Coding>()

/** The coding that a client likes best among ours; brotli among equals. */
export function chooseCoding(acceptEncoding: string | string[] | undefined): Coding {
  const wish = String(acceptEncoding ?? '')
  /* A handful of browsers says the same few things millions of times. */
  const known = knownWishes.get(wish)
  if (known) return known
  const coding = codingOf(wish)
  if (knownWishes.size < MAX_KNOWN_WISHES) knownWishes.set(wish, coding)
  return coding
}

function codingOf(acceptEncoding: string): Coding {
  const wishes = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';')
    wishes.set(name.trim(), qualityOf(parameters))
  }
  const wishOf = (coding: Coding) => wishes.get(coding) ?? wishes.get('*') ?? 0
  const best = wishOf('br') >= wishOf('gzip') ? 'br' : 'gzip'
  return wishOf(best) > 0 ? best : 'identity'
}

export async function compress(body: Buffer, coding: Coding, quality = 5): Promise<Buffer> {
  if (coding === 'gzip') return gzip(body, { level: 6 })
  if (coding !== 'br') return body
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
    [BROTLI_PARAM_LGWIN]: brotliWindow(body.length),
  }
  return brotli(body, { params })
}

/* The compressor sets up tables for the whole window (32 MB for the usual one), and a page fills little of it. */
function brotliWindow(length: number): number {
  const { BROTLI_MIN_WINDOW_BITS, BROTLI_DEFAULT_WINDOW } = zlib.constants
  const enough = Math.ceil(Math.log2(length + 16))
  return Math.min(Math.max(enough, BROTLI_MIN_WINDOW_BITS), BROTLI_DEFAULT_WINDOW)
}

export async function decompress(bytes: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return gunzip(bytes)
  return coding === 'br' ? unbrotli(bytes) : bytes
}

export function isCompressible(contentType: string): boolean {
  return /^text\/|[/+](json|xml|javascript|manifest)\b|^image\/svg|^font\/ttf/.test(contentType)
}

/** What a body is known by, in 22 letters. */
export function bodyHash(body: Buffer): string {
  return crypto.createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

export function isWorthCompressing(contentType: string, body: Buffer): boolean {
  return isCompressible(contentType) && body.length >= MIN_COMPRESSED_BYTES
}

/** A strong tag: the bytes that leave differ by coding, so the tags do. */
export function entityTag(body: Buffer, coding: Coding): string {
  const hash = bodyHash(body)
  return coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`
}

/** Whether If-None-Match names this tag; a weak mark added on the way does not matter here. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && namesAny(ifNoneMatch, given => given === etag)
}

/** The same for a text that goes by several tags. */
export function namesAny(ifNoneMatch: string, isOurs: (etag: string) => boolean): boolean {
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some(given => isOurs(given.trim().replace(/^W\//, '')))
}

function addToVary(response: ServerResponse, name: string): void {
  const present = response.getHeader('Vary')
  response.setHeader('Vary', present ? `${present}, ${name}` : name)
}

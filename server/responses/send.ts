import crypto from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Coding, chooseCoding, compress } from './content-coding.ts'

/** A complete answer: everything about it is known before its first byte is sent. */
export type Outgoing = {
  status: number
  contentType: string
  body: Buffer
  headers: Record<string, string>
  /** The body in codings that were made before. */
  encoded?: Partial<Record<Coding, Buffer>>
}

/* Below this size the headers of a coding cost more than it saves. */
const MIN_COMPRESSED_BYTES = 512

/** Sends an answer in the coding that the client prefers, or 304 when the client has it already. */
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

export function isCompressible(contentType: string): boolean {
  return /^text\/|[/+](json|xml|javascript|manifest)\b|^image\/svg|^font\/ttf/.test(contentType)
}

/** The hash of a body, in 22 letters. */
export function bodyHash(body: Buffer): string {
  return crypto.createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

export function isWorthCompressing(contentType: string, body: Buffer): boolean {
  return isCompressible(contentType) && body.length >= MIN_COMPRESSED_BYTES
}

/** The strong tag of a body in a coding: the bytes differ by coding, so the tags do. */
export function entityTag(body: Buffer, coding: Coding): string {
  const hash = bodyHash(body)
  return coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`
}

/** Whether If-None-Match names this tag; a weak mark added on the way does not matter here. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && namesAny(ifNoneMatch, given => given === etag)
}

/** Whether If-None-Match names any tag of a text that has several. */
export function namesAny(ifNoneMatch: string, isOurs: (etag: string) => boolean): boolean {
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some(given => isOurs(given.trim().replace(/^W\//, '')))
}

function addToVary(response: ServerResponse, name: string): void {
  const present = response.getHeader('Vary')
  response.setHeader('Vary', present ? `${present}, ${name}` : name)
}

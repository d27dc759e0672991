import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { matches } from '#server/responses/send.ts'
import { type ByteRange, byteRange } from './byte-range.ts'

export type OutgoingFile = {
  /** Opens a part of the content. */
  open: (range: ByteRange) => Readable
  bytes: number
  contentType: string
  etag: string
  headers: Record<string, string>
}

/** Streams a file, or the part that was asked for, as it is: pictures, films and fonts are compressed already. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { open, bytes, contentType, etag, headers }: OutgoingFile,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('ETag', etag)
  response.setHeader('Accept-Ranges', 'bytes')
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag
  const range = isStale ? null : byteRange(request.headers.range, bytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes}`, 'Content-Length': 0 }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 }
  response.statusCode = range ? 206 : 200
  response.setHeader('Content-Type', contentType)
  response.setHeader('Content-Length', Math.max(0, end - start + 1))
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${bytes}`)
  if (request.method === 'HEAD' || bytes === 0) {
    response.end()
    return
  }
  /* The reader left while the picture was made: that is no error, and no file need be opened. */
  if (response.destroyed) return
  await pipeline(open({ start, end }), response).catch((error: NodeJS.ErrnoException) => {
    /* A reader who leaves in the middle is no error. */
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

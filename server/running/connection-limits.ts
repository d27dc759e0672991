import http, { type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { preferredLocale } from '#server/requests/preferred-locale.ts'
import { rawRequest } from '#server/requests/raw-target.ts'
import { plainNotice } from '#server/responses/plain-notice.ts'
import { StoredResponse } from '#server/responses/stored-response.ts'

/* No client needs longer for a request line and some headers, unless it is broken or means to hold connections. */
export const connectionLimits: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
  /* The edge refuses a request without one itself, with words. */
  requireHostHeader: false,
  ServerResponse: StoredResponse as unknown as typeof http.ServerResponse,
}

/* A reader who receives nothing of an answer for so long has gone. */
const STALLED_MS = 60_000

const STATUS_OF = new Map<string, number>([
  ['HPE_HEADER_OVERFLOW', 431],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
])

/**
 * Closes connections that stall, and answers requests that cannot be parsed with the reason before it closes theirs.
 */
export function guardConnections(server: Server, { stalledMs = STALLED_MS } = {}): void {
  cutOffStalled(server, stalledMs)
  server.on('clientError', (error: ParserError, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    socket.end(answerTo(error), () => socket.destroy())
  })
}

type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer; bytesParsed?: number }

/*
 * The parser takes no byte beyond ASCII in a request line. A client that sends letters as they are is led to their
 * percent form.
 */
function answerTo(error: ParserError): Buffer {
  const packet = error.rawPacket ?? Buffer.alloc(0)
  const raw = error.code === 'HPE_INVALID_URL' ? rawRequest(packet, error.bytesParsed ?? 0) : null
  if (raw) return whole(308, [`Location: ${raw.location}`], Buffer.alloc(0))
  const status = STATUS_OF.get(error.code ?? '') ?? 400
  if (status !== 400) return whole(status, [], Buffer.alloc(0))
  const head = packet.toString('latin1')
  const language = /^accept-language:([^\r\n]*)/im.exec(head)?.[1]
  const body = plainNotice('badRequest', preferredLocale(language))
  return whole(400, ['Content-Type: text/html; charset=utf-8'], body, head.startsWith('HEAD '))
}

function whole(status: number, headers: string[], body: Buffer, isHead = false): Buffer {
  const lines = [
    `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}`,
    ...headers,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    `Content-Length: ${body.length}`,
  ]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  return isHead ? head : Buffer.concat([head, body])
}

/*
 * Looks at all connections from time to time, because a timer for each would have to be set again by every answer. A
 * connection that received nothing between two looks, although bytes waited for it at both, is closed.
 */
function cutOffStalled(server: Server, stalledMs: number): void {
  /* The bytes that each connection had received at the last look, if more waited for it; null when none did. */
  const takenBefore = new Map<Socket, number | null>()
  server.on('connection', (socket: Socket) => {
    takenBefore.set(socket, null)
    socket.once('close', () => takenBefore.delete(socket))
  })
  const look = setInterval(() => {
    for (const [socket, before] of takenBefore) {
      const taken = socket.writableLength > 0 ? socket.bytesWritten - socket.writableLength : null
      if (taken !== null && taken === before) socket.destroy()
      else takenBefore.set(socket, taken)
    }
  }, stalledMs)
  look.unref()
  server.once('close', () => clearInterval(look))
}

import http, { type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { StoredResponse } from '#server/responses/stored-response.ts'

/* No client needs longer for a request line and some headers, unless it is broken or means to hold connections. */
export const connectionLimits: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
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
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const status = STATUS_OF.get(error.code ?? '') ?? 400
    socket.end(
      `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      () => socket.destroy(),
    )
  })
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

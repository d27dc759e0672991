import http, { type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { StoredResponse } from '#server/responses/stored-response.ts'

/* Nobody needs longer for a request line and some headers; who does is broken, or means to hold us up. */
export const connectionLimits: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
  ServerResponse: StoredResponse as unknown as typeof http.ServerResponse,
}

/* A reader who takes nothing of an answer for so long has gone. */
const STALLED_MS = 60_000

const STATUS_OF: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Cuts off connections that stall, and says on the way out what was wrong with those that cannot be understood. */
export function guardConnections(server: Server, { stalledMs = STALLED_MS } = {}): void {
  cutOffStalled(server, stalledMs)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const status = STATUS_OF[error.code ?? ''] ?? 400
    socket.end(
      `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      () => socket.destroy(),
    )
  })
}

/*
 * Looked at from time to time, rather than by a timer of each connection that every answer would wind up again: who has
 * taken nothing between two looks, although something waited to be taken at both, is cut off.
 */
function cutOffStalled(server: Server, stalledMs: number): void {
  /* What each connection had taken when something waited for it at the last look; null when nothing did. */
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

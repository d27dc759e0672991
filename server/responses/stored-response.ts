import { ServerResponse, STATUS_CODES } from 'node:http'

/* The fields in which Node keeps the head of a response. */
type Kept = { _header: string | null; _storeHeader: unknown }

/* These fields are not documented and may go one day; then every head is written the usual way. */
const isKnownNode = typeof (ServerResponse.prototype as unknown as Kept)._storeHeader === 'function'

let dateSecond = 0
let dateLine = ''

function currentDateLine(): string {
  const second = Math.trunc(Date.now() / 1000)
  if (second !== dateSecond) {
    dateSecond = second
    dateLine = `Date: ${new Date(second * 1000).toUTCString()}\r\n`
  }
  return dateLine
}

/**
 * A response whose head may be given whole. Node checks and joins every header of every answer anew, which is a tenth
 * of the cost of an answer from memory; the head of a stored page is the same each time.
 */
export class StoredResponse extends ServerResponse {
  /**
   * Sends a head of finished lines, each ended by CRLF and without anything from a client, and a body of the length
   * that they say. Gives false, and sends nothing, on a connection that is not kept alive or is not HTTP/1.1.
   */
  sendStored(status: number, lines: string, body: Buffer | undefined, keepAliveMs: number): boolean {
    const isPlain = this.shouldKeepAlive && this.req.httpVersion === '1.1' && !this.headersSent
    if (!isKnownNode || !isPlain || this.getHeaderNames().length > 0) return false
    this.statusCode = status
    const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.trunc(keepAliveMs / 1000)}\r\n`
    ;(this as unknown as Kept)._header =
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}${currentDateLine()}${keepAlive}\r\n`
    this.end(body)
    return true
  }
}

import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** A request that no client sent: it carries the address and headers of our choice, and nothing of the reader's. */
export function syntheticRequest(url: string, headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = url
  request.headers = headers
  request.httpVersion = '1.1'
  request.push(null)
  return request
}

/** A response that collects what is written to it, so that the whole answer is known before any of it is sent. */
export class CapturedResponse extends ServerResponse {
  private readonly chunks: Buffer[] = []
  private isEnded = false
  /** Settles when the answer is complete; rejects when the writer gave up half way. */
  readonly completed: Promise<Buffer>
  private complete!: (body: Buffer) => void
  private fail!: (error: Error) => void

  constructor(request: IncomingMessage) {
    super(request)
    this.completed = new Promise((resolve, reject) => {
      this.complete = resolve
      this.fail = reject
    })
    /* Nobody may be waiting yet, and then the rejection would count as unhandled. */
    this.completed.catch(() => undefined)
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    if (this.isEnded) return false
    this.keep(chunk, encoding)
    called(encoding, callback)
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.isEnded) return this
    this.isEnded = true
    if (typeof chunk !== 'function') this.keep(chunk, encoding)
    this.finished = true
    this.complete(Buffer.concat(this.chunks))
    called(chunk, encoding, callback)
    this.emit('finish')
    this.emit('close')
    return this
  }

  override flushHeaders(): void {}

  override writeHead(status: number, reasonOrHeaders?: unknown, maybeHeaders?: unknown): this {
    this.statusCode = status
    const headers = typeof reasonOrHeaders === 'string' ? maybeHeaders : reasonOrHeaders
    for (const [name, value] of headerEntries(headers)) this.setHeader(name, value)
    return this
  }

  override destroy(error?: Error): this {
    if (this.isEnded) return this
    this.isEnded = true
    this.fail(error ?? new Error('The answer was broken off'))
    this.emit('close')
    return this
  }

  private keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      this.chunks.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      )
    } else if (chunk instanceof Uint8Array) {
      this.chunks.push(Buffer.from(chunk))
    }
  }
}

function called(...candidates: unknown[]): void {
  const callback = candidates.find(candidate => typeof candidate === 'function')
  if (callback) queueMicrotask(() => (callback as () => void)())
}

function headerEntries(headers: unknown): [string, string | string[]][] {
  if (!headers || typeof headers !== 'object') return []
  if (!Array.isArray(headers)) return Object.entries(headers)
  const entries: [string, string | string[]][] = []
  for (let index = 0; index + 1 < headers.length; index += 2)
    entries.push([headers[index], headers[index + 1]])
  return entries
}

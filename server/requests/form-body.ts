import type { IncomingMessage } from 'node:http'

export type BodyFault = 'too-large' | 'broken-off' | 'malformed'

/** Reads a body of at most so many bytes. What is larger is left unread, and its connection must end. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | BodyFault> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large'
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > maxBytes) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return 'broken-off'
  }
  return Buffer.concat(chunks)
}

/** Reads the fields of a form that was sent without files. */
export async function readForm(
  request: IncomingMessage,
  maxBytes: number,
): Promise<URLSearchParams | BodyFault> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return 'malformed'
  const body = await readBody(request, maxBytes)
  return Buffer.isBuffer(body) ? new URLSearchParams(body.toString()) : body
}

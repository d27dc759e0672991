import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/**
 * Sends a request on to whoever listens on a socket of this machine, and the answer back, both as they come. Headers
 * that were set on the response stay beside those of the answer, which come first where both name the same. A reader
 * who leaves before the end is no error.
 * @throws Error when nobody listens, or the other side breaks off
 */
export async function forwardTo(
  socketPath: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let hasFailed = false
  let hasLeft = false
  response.once('close', () => {
    hasLeft = !response.writableFinished && !hasFailed
  })
  try {
    await exchange(socketPath, request, response, () => {
      hasFailed = true
    })
  } catch (error) {
    if (!hasLeft) throw error
  }
}

async function exchange(
  socketPath: string,
  request: IncomingMessage,
  response: ServerResponse,
  onFailure: () => void,
): Promise<void> {
  const { method, url, headers } = request
  const onward = http.request({ socketPath, method, path: url, headers, setHost: false })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve)
    onward.once('error', reject)
  })
  /* Who has gone does not wait for the answer. */
  response.once('close', () => onward.destroy())
  /* What is still to be sent may be refused by an answer that came before; the answer counts then. */
  const sent = pipeline(request, onward)
  sent.catch(() => undefined)
  const answer = await answered
  /* A failure here closes the response, which must not look like a reader who has left. */
  answer.once('error', onFailure)
  response.statusCode = answer.statusCode ?? 502
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !OF_THE_CONNECTION.has(name)) response.setHeader(name, value)
  }
  await pipeline(answer, response)
}

/* Of this hop alone (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te'])

import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** This end closes a connection that was idle for so long; the other end has to keep it longer. */
export const IDLE_MS = 30_000

/** Sends a request on, and the answer back. */
export type Forward = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Forwards requests to a server on a socket of this machine, over connections that are kept. Bodies pass in both
 * directions as they come. Headers that were set on the response stay beside those of the answer, which come first
 * where both name the same. The returned function throws when nobody listens or the other side breaks off; a reader who
 * leaves before the end is no error.
 */
export function forwardTo(socketPath: string): Forward {
  const agent = new http.Agent({ keepAlive: true, timeout: IDLE_MS })
  return async (request, response) => {
    const { method, url, headers } = request
    const onward = http.request({
      ...{ agent, socketPath, method, path: url, setHost: false },
      headers: withoutHop(headers),
    })
    let hasFailed = false
    let hasLeft = false
    const fail = () => {
      hasFailed = true
    }
    onward.on('error', fail)
    response.once('close', () => {
      hasLeft = !response.writableFinished && !hasFailed
      /* This does not touch a complete request, which has given its connection back to the agent. */
      onward.destroy()
    })
    try {
      /* A pipeline would end the reader's connection when the answer comes before the body was read. */
      request.pipe(onward)
      const answer = await answerTo(onward)
      /* A failure here closes the response, which must not look like a reader who has left. */
      answer.once('error', fail)
      response.statusCode = answer.statusCode ?? 502
      for (const [name, value] of Object.entries(withoutHop(answer.headers, 'transfer-encoding')))
        if (value !== undefined) response.setHeader(name, value)
      await pipeline(answer, response)
    } catch (error) {
      if (!hasLeft) throw error
    } finally {
      /* The rest of the body is received and dropped, so that the reader's connection serves the next request. */
      request.unpipe(onward)
      request.resume()
    }
  }
}

function answerTo(onward: http.ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    onward.once('response', resolve)
    onward.once('error', reject)
  })
}

/* Headers of one connection alone (RFC 9110, 7.6.1), and `Expect`, which the server has answered already. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'te', 'upgrade', 'expect']

/* A request keeps its Transfer-Encoding: it says that there is a body, and Node reads it so. */
function withoutHop(headers: IncomingHttpHeaders, ...more: string[]): IncomingHttpHeaders {
  const dropped = [...HOP_BY_HOP, ...more]
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.includes(name)))
}

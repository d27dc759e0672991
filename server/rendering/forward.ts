import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** Idle connections are closed after so long at this end; the other end has to keep them longer. */
export const IDLE_MS = 30_000

/** Sends a request on, and the answer back. */
export type Forward = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Forwards requests to a server on a socket of this machine, over connections that are kept. Bodies pass in both
 * directions as they come. Headers that were set on the response stay beside those of the answer, which come first
 * where both name the same. A reader who leaves before the end is no error; that nobody listens, or that the other side
 * breaks off, is one, and is thrown.
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
      /* A complete request has given its connection back to the agent, and is not touched by this. */
      onward.destroy()
    })
    try {
      /* Not a pipeline: when the answer comes before the body was read, it would end the reader's connection. */
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

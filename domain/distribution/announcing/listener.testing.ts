/* For tests: a service on a port of this machine that records what it receives and answers as configured. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Heard = { path: string; headers: http.IncomingHttpHeaders; body: string }

export type TestListener = {
  url: string
  heard: Heard[]
  /** The address in each message to a hub. */
  feeds: () => string[]
  /** The addresses of each message to search engines. */
  addresses: () => string[]
  /** Sets the answer to the following requests; 204 at first. */
  answer: (status: number, headers?: http.OutgoingHttpHeaders) => void
  /** Accepts the following requests and never answers. */
  hang: () => void
  forget: () => void
  close: () => Promise<void>
}

export async function openListener(port = 0): Promise<TestListener> {
  const heard: Heard[] = []
  let reply: { status: number; headers: http.OutgoingHttpHeaders } | null = { status: 204, headers: {} }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { url: path = '', headers } = request
    heard.push({ path, headers, body: Buffer.concat(chunks).toString() })
    if (reply) response.writeHead(reply.status, reply.headers).end()
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: given } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${given}/announce`,
    heard,
    feeds: () => heard.map(({ body }) => new URLSearchParams(body).get('hub.url') ?? ''),
    addresses: () => heard.flatMap(({ body }) => JSON.parse(body).urlList as string[]),
    answer: (status, headers = {}) => {
      reply = { status, headers }
    },
    hang: () => {
      reply = null
    },
    forget: () => heard.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

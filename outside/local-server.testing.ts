/* For tests: another host, on a port of this machine. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostAndPort } from './resolve-host.ts'

export type LocalServer = {
  url: string
  /** Host and port, as an allow-list names them. */
  place: string
  /** The requests received. */
  requests: { method: string; path: string; headers: http.IncomingHttpHeaders; body: string }[]
  close: () => Promise<void>
}

export async function openLocalServer(
  answer: http.RequestListener,
  { host = '127.0.0.1', port = 0 } = {},
): Promise<LocalServer> {
  const requests: LocalServer['requests'] = []
  const server = http.createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, headers, body: Buffer.concat(pieces).toString() })
    answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const given = (server.address() as AddressInfo).port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${given}/`
  return {
    url,
    place: hostAndPort(new URL(url)),
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

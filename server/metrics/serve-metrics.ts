import crypto from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Metrics } from './registry.ts'

/** Whether a request carries the token for the metrics: `Authorization: Bearer …`. */
export function mayReadMetrics({ headers }: IncomingMessage, token: string | null): boolean {
  if (token === null) return false
  const digest = (text: string) => crypto.createHash('sha256').update(text).digest()
  return crypto.timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

export async function sendMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  const text = await metrics.text()
  response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text)
}

/** Serves the metrics on a port of their own, which nobody outside this machine can reach. */
export async function listenForMetrics(port: number, metrics: Metrics): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404, { 'Content-Length': 0 }).end()
    sendMetrics(response, metrics).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server.unref()
}

/* The thread that draws: the framework lives here alone, and nothing that it does to its thread slows an answer down. */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/open.ts'
import { log } from '#server/log.ts'
import { startFramework } from './framework.ts'
import { inRequest, routeConsoleToLog } from './framework-console.ts'
import type { FromThread, Order, ThreadSettings, ToThread } from './render-jobs.ts'
import type { FrameworkHandler } from './render-page.ts'
import { drawHere } from './renderer.ts'

const { root, port, host, siteUrl, dataDir, socketPath } = workerData as ThreadSettings

routeConsoleToLog()
const database = openDatabase(dataDir, { isMigrated: true })
await database.ready
const framework = await startFramework({ root, dev: false, port, host })
const drawing = await drawHere({ ...framework, siteUrl, dev: false })
if (socketPath) await listenOn(socketPath, framework.handler)

parentPort?.on('message', (message: ToThread) => {
  if (message === 'close') void close()
  else void carryOut(message)
})
say({ kind: 'ready', errorPages: drawing.errorPages })

async function carryOut({ number, order }: Exclude<ToThread, 'close'>): Promise<void> {
  try {
    say({ kind: 'drawn', number, page: await drawn(order) })
  } catch (error) {
    say({ kind: 'failed', number, reason: String(error) })
  }
}

function drawn(order: Order) {
  const { requestId, locale } = order
  return order.kind === 'page'
    ? drawing.page(order.url, locale, requestId)
    : drawing.status(order.status, locale, requestId)
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}

function listenOn(path: string, handler: FrameworkHandler): Promise<void> {
  const server = createServer((request, response) => {
    const requestId = String(request.headers['x-request-id'] ?? '')
    inRequest({ requestId, url: request.url ?? '' }, () => handler(request, response)).catch(error => {
      log.error({ err: error, requestId, url: request.url }, 'A request failed in the framework')
      response.destroy()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
}

async function close(): Promise<void> {
  await framework.close()
  await database.close()
  process.exit(0)
}

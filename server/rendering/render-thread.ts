/* The rendering thread. The framework lives here alone, and nothing that it does to its thread slows an answer down. */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/open.ts'
import { log } from '#server/log.ts'
import { IDLE_MS } from './forward.ts'
import { startFramework } from './framework.ts'
import { inRequest, routeConsoleToLog } from './framework-console.ts'
import type { FromThread, RenderJob, ThreadSettings, ToThread } from './render-jobs.ts'
import type { FrameworkHandler } from './render-page.ts'
import { renderHere } from './renderer.ts'

const { root, port, host, siteUrl, dataDir, socketPath } = workerData as ThreadSettings

routeConsoleToLog()
const database = openDatabase(dataDir, { isMigrated: true })
await database.ready
const framework = await startFramework({ root, dev: false, port, host })
const renderer = await renderHere({ ...framework, siteUrl, dev: false })
if (socketPath) await listenOn(socketPath, framework.handler)

parentPort?.on('message', (message: ToThread) => {
  if (message === 'close') void close()
  else void run(message)
})
post({ kind: 'ready', errorPages: renderer.errorPages })

async function run({ number, job }: Exclude<ToThread, 'close'>): Promise<void> {
  try {
    post({ kind: 'rendered', number, page: await render(job) })
  } catch (error) {
    post({ kind: 'failed', number, reason: String(error) })
  }
}

function render(job: RenderJob) {
  const { requestId, locale } = job
  switch (job.kind) {
    case 'page':
      return renderer.page(job.url, locale, requestId)
    case 'status':
      return renderer.status(job.status, locale, requestId)
    case 'parts':
      return renderer.parts(locale, requestId)
  }
}

function post(message: FromThread): void {
  parentPort?.postMessage(message)
}

function listenOn(path: string, handler: FrameworkHandler): Promise<void> {
  /* Only the forwarding end closes idle connections, so that none closes under a request that is on its way. */
  const server = createServer({ keepAliveTimeout: 2 * IDLE_MS }, (request, response) => {
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

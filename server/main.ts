import '#settings/env-file-first.ts'

import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDataFolder } from '#db/data-folder.ts'
import { engine } from '#db/engine.ts'
import { openDatabase } from '#db/open.ts'
import { latestChangeAt } from '#db/queries/changes.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { refuseDamagedLog } from '#db/sqlite/left-log.ts'
import { defaultLocale, localeList, locales } from '#i18n/locales.ts'
import { readEnvFile } from '#settings/env-file.ts'
import { type Settings, settings, settingsOrDefaults } from '#settings/settings.ts'
import { pageCache } from './cache/make-page-cache.ts'
import { createEdge } from './edge.ts'
import { announceJobs } from './jobs/announce-jobs.ts'
import { forgetChangesJob } from './jobs/forget-changes-job.ts'
import { forgetLimitsJob } from './jobs/forget-limits-job.ts'
import { keepUpJob } from './jobs/keep-up-job.ts'
import { mostReadJob } from './jobs/most-read-job.ts'
import { newsletterJobs } from './jobs/newsletter-jobs.ts'
import { publishDueJob } from './jobs/publish-due-job.ts'
import { searchIndexJob } from './jobs/search-index-job.ts'
import { soundJobs } from './jobs/sound-jobs.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { log } from './log.ts'
import { makeMetrics } from './metrics/registry.ts'
import { listenForMetrics } from './metrics/serve-metrics.ts'
import { findAddress } from './pages/find-address.ts'
import { startPictures } from './pictures/start-pictures.ts'
import { readCounter } from './read-counts/read-counter.ts'
import { checkBuilt, frameworkFiles, routeFiles, startFramework } from './rendering/framework.ts'
import { frameworkRoutes, type Routes } from './rendering/framework-routes.ts'
import { renderInThread } from './rendering/render-in-thread.ts'
import { type Renderer, renderHere } from './rendering/renderer.ts'
import { clientAddressBehind, trustedProxies } from './requests/client-address.ts'
import { noPreviews } from './requests/verified-preview.ts'
import { plainPolicy } from './responses/page-policy.ts'
import { connectionLimits, guardConnections } from './running/connection-limits.ts'
import { seedWhenEmpty } from './running/first-seed.ts'
import { health } from './running/health.ts'
import { isJoining, isSupervisor, placeOfProcess, reportServing, supervise } from './running/processes.ts'
import { closeOnSignal } from './running/shutdown.ts'
import { explainStartFailure } from './running/start-failure.ts'
import { startingListener } from './running/starting.ts'

/* The bundle lies in dist/server/. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const dev = process.argv.includes('--dev')

Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

try {
  readEnvFile()
  const { processes } = settings()
  await (isSupervisor(dev ? 1 : processes) ? supervise(processes) : start(settings()))
} catch (error) {
  const { port, host } = settingsOrDefaults()
  process.stderr.write(`${explainStartFailure(error, port, host)}\n`)
  process.exit(1)
}

async function start(config: Settings): Promise<void> {
  const { port, host, dataDir, siteUrl, demo, cacheMaxBytes, metricsPort, metricsToken } = config
  /*
   * The port is taken first: a second portal must not touch the database of the running one. A further process of the
   * same portal may.
   */
  const server = createServer(connectionLimits)
  guardConnections(server)
  const listen = oneListenerAtATime(server)
  listen(startingListener())
  if (!isJoining()) await listening(server, port, host)

  makeDataFolder(dataDir)
  if (engine === 'sqlite' && !isJoining()) refuseDamagedLog(path.join(dataDir, 'press.db'))
  const database = openDatabase(dataDir)
  await database.ready
  const isSeeded = demo && (await seedWhenEmpty(root, dataDir))
  if (!dev) checkBuilt(root)
  const routes = frameworkRoutes(routeFiles(root, dev))
  const renderer = dev ? await renderForDevelopment(server, config) : await renderBeside(config, routes)
  const metrics = makeMetrics(
    () => ({ ...cache.facts(), maxBytes: cacheMaxBytes }),
    () => pictures.waiting,
  )
  const latestChangeMs = (await latestChangeAt())?.getTime()
  const cache = pageCache({
    ...{ maxBytes: cacheMaxBytes, renderer, latestChangeMs },
    onRendered: metrics.observeRender,
  })
  if (!dev) await cache.warmUp()
  const { pictures, ...making } = startPictures({
    ...{ root, dataDir, renderer, most: config.picturesAhead },
    pagesWaiting: () => cache.facts().waiting,
  })
  const place = placeOfProcess()
  if (metricsPort !== null) await listenForMetrics(metricsPort + place - 1, metrics)
  const files = frameworkFiles(root, dev, plainPolicy(siteUrl.startsWith('https:')))
  if (isSeeded && !dev) await making.makeFirst()
  const background = new AbortController()
  const jobs = startJobs(
    [
      ...[publishDueJob, forgetChangesJob, forgetLimitsJob, mostReadJob, searchIndexJob, keepUpJob(cache)],
      ...announceJobs(config, { isFirst: place === 1 }),
      ...newsletterJobs(config),
      ...soundJobs(root, dataDir),
      ...(dev || place > 1 ? [] : making.jobs()),
    ],
    background.signal,
  )
  const counter = readCounter()
  const { isClosing } = closeOnSignal(server, [
    () => background.abort(),
    making.close,
    counter.close,
    () => jobs,
    renderer.close,
    database.close,
  ])
  const edge = createEdge({
    dev,
    siteUrl,
    dataDir,
    pictures,
    indexNowKey: config.indexNowKey,
    renderer,
    files,
    routes,
    cache,
    health: health({ isClosing, isRendererReady: renderer.isReady, metrics, metricsToken }),
    findAddress,
    hasSecurityText: async () =>
      config.securityContact !== null || (await siteFrame(defaultLocale)).site.contact.email !== null,
    adsTexts: { 'ads.txt': config.adsTxt, 'app-ads.txt': config.appAdsTxt },
    clientAddress: clientAddressBehind(config.trustedProxies),
    counter,
    isTrustedProxy: trustedProxies(config.trustedProxies),
    isVerifiedPreview: noPreviews,
    mailWebhookSecret: config.mailWebhookSecret,
  })
  listen(edge)
  if (isJoining()) await listening(server, port, host)
  if (place === 1) printReady(siteUrl)
  reportServing()
  log.info({ siteUrl, port, host, dataDir, dev, place }, 'Ready')
}

/* The framework's script in the browser needs the very server that the browser talks to. */
async function renderForDevelopment(server: Server, { port, host, siteUrl }: Settings): Promise<Renderer> {
  const framework = await startFramework({ root, dev, port, host, server })
  return renderHere({ ...framework, siteUrl, dev })
}

function renderBeside({ port, host, siteUrl, dataDir }: Settings, routes: Routes): Promise<Renderer> {
  const file = path.join(root, 'dist/server/render-thread.js')
  return renderInThread({ file, root, port, host, siteUrl, dataDir, takesRequests: routes.hasNewsroom })
}

/** Replaces the listener of the server by another one. */
function oneListenerAtATime(server: Server): (listener: RequestListener) => void {
  let current: RequestListener | null = null
  return listener => {
    if (current) server.off('request', current)
    current = listener
    server.on('request', listener)
  }
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

function printReady(siteUrl: string): void {
  const lines = localeList.map(locale => `  ${siteUrl}/${locale}  ${locales[locale].name}`)
  process.stdout.write(`Arab Press is ready. عرب برس جاهزة.\n${lines.join('\n')}\n`)
}

/* Runs the edge on a port of its own, over a database of its own, with a stand-in for the framework. */
import fs from 'node:fs'
import http from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '#db/open.ts'
import { pageCache } from './cache/make-page-cache.ts'
import { createEdge } from './edge.ts'
import { staticFiles } from './files/static-files.ts'
import { log } from './log.ts'
import { makeMetrics } from './metrics/registry.ts'
import { findAddress } from './pages/find-address.ts'
import { encodeHere } from './pictures/encoder.ts'
import { Pictures } from './pictures/pictures.ts'
import { routesOf } from './rendering/framework-routes.ts'
import type { FrameworkHandler } from './rendering/render-page.ts'
import { renderHere } from './rendering/renderer.ts'
import { clientAddressBehind, trustedProxies } from './requests/client-address.ts'
import { connectionLimits, guardConnections } from './running/connection-limits.ts'
import { health } from './running/health.ts'

type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** The cookie of the one session that the edge of a test has verified. */
export const VERIFIED = 'press.session_token=verified'

export type TestEdge = {
  folder: string
  port: number
  /** The articles that were counted as read, in their order. */
  reads: number[]
  /* Does not use fetch, which would tidy the address. */
  get: (target: string, headers?: http.OutgoingHttpHeaders, method?: string) => Promise<Reply>
  /** The number of open connections. */
  connections: () => Promise<number>
  /** Sends bytes as they are, and gives everything that comes back until the other side closes. */
  raw: (bytes: string | Buffer) => Promise<string>
  close: () => Promise<void>
}

type TestEdgeOptions = {
  hasNewsroom?: boolean
  /** Whether addresses are looked up in the database; otherwise the framework answers for each. */
  isFinding?: boolean
  maxWaitMs?: number
}

export async function startTestEdge(
  framework: FrameworkHandler,
  { hasNewsroom = false, isFinding = false, maxWaitMs }: TestEdgeOptions = {},
): Promise<TestEdge> {
  log.level = 'silent'
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edge-'))
  const publicDir = path.join(folder, 'public')
  fs.mkdirSync(path.join(publicDir, 'fonts'), { recursive: true })
  fs.writeFileSync(path.join(publicDir, 'fonts/naskh.0a1b2c3d.woff2'), 'font')
  fs.writeFileSync(path.join(publicDir, 'words.txt'), 'x'.repeat(2000))
  const dataDir = path.join(folder, 'data')
  openDatabase(dataDir)
  const siteUrl = 'https://news.example.org'
  const reads: number[] = []
  const renderer = await renderHere({ handler: framework, siteUrl, dev: false })
  const fontsDir = path.resolve('domain/distribution/share-images/fonts')
  const pictures = new Pictures(dataDir, encodeHere({ dataDir, fontsDir }), { restMs: () => 0 })
  const edge = createEdge({
    dev: false,
    siteUrl,
    dataDir,
    pictures,
    indexNowKey: 'a-key-for-engines',
    renderer,
    files: staticFiles({ publicDir, builtDirs: [], headers: {} }),
    routes: routesOf([
      ['/robots.txt/route', '/robots.txt'],
      ['/[locale]/feed.xml/route', '/[locale]/feed.xml'],
      ['/[locale]/share/[name]/route', '/[locale]/share/[name]'],
      ...(isFinding ? machines : []),
      ...(hasNewsroom ? newsroom : []),
    ]),
    cache: pageCache({ maxBytes: 8 * 1024 * 1024, renderer, maxWaitMs }),
    health: health({
      isClosing: () => false,
      isRendererReady: () => true,
      metrics: makeMetrics(
        () => noFacts,
        () => pictures.waiting,
      ),
      metricsToken: 'x'.repeat(16),
    }),
    findAddress: isFinding ? findAddress : async () => ({ kind: 'page' }),
    hasSecurityText: async () => true,
    adsTexts: { 'ads.txt': 'example.com, 1, DIRECT\n', 'app-ads.txt': null },
    clientAddress: clientAddressBehind(isFinding ? ['127.0.0.1'] : []),
    counter: {
      count: articleId => reads.push(articleId),
      countClaim: articleId => reads.push(articleId),
      flush: async () => {},
      close: async () => {},
    },
    isTrustedProxy: trustedProxies([]),
    isVerifiedPreview: request => request.headers.cookie === VERIFIED,
    mailWebhookSecret: null,
  })
  const server = http.createServer(
    { ...connectionLimits, headersTimeout: 300, connectionsCheckingInterval: 50 },
    edge,
  )
  guardConnections(server, { stalledMs: 200 })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    folder,
    port,
    reads,
    get: (target, headers = {}, method = 'GET') => ask(port, target, headers, method),
    connections: () => promisify(server.getConnections.bind(server))(),
    raw: bytes => exchange(port, bytes),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await openDatabase().close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const made = (address: string): [string, string] => [`${address}/route`, address]
const machines = [
  ...['feed.atom', 'feed.json'].map(file => made(`/[locale]/${file}`)),
  ...['/[locale]/[section]', '/[locale]/topics/[slug]', '/[locale]/authors/[slug]'].map(list =>
    made(`${list}/feed.xml`),
  ),
  ...['/sitemap.xml', '/sitemaps/[locale]/[file]', '/.well-known/security.txt'].map(made),
]
const newsroom: [string, string][] = [['/[locale]/newsroom/page', '/[locale]/newsroom']]
const noFacts = { pages: 0, bytes: 0, maxBytes: 0, waiting: 0 }

function ask(port: number, target: string, headers: http.OutgoingHttpHeaders, method: string) {
  return new Promise<Reply>((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: target, method, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
    request.end()
  })
}

function exchange(port: number, bytes: string | Buffer) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let received = ''
    socket.on('data', chunk => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

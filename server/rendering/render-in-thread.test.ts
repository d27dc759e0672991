import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { log } from '#server/log.ts'
import { renderInThread } from './render-in-thread.ts'
import type { Renderer } from './renderer.ts'

/* Stands in for the framework's thread: it does what the address says. */
const THREAD = `
import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
const starts = workerData.dataDir + '/starts'
fs.appendFileSync(starts, 'x')
if (fs.existsSync(workerData.dataDir + '/broken')) throw new Error('no framework here')
const answer = { tags: new Set(['front:ar']), beside: new Set(), shows: new Set([3]), until: new Date(0), read: null }
parentPort.on('message', message => {
  if (message === 'close') process.exit(0)
  const { number, job } = message
  if (job.url === '/ar/dies') process.exit(1)
  if (job.url === '/ar/hangs') for (;;);
  if (job.url === '/ar/fails') return parentPort.postMessage({ kind: 'failed', number, reason: 'no such colour' })
  const body = Buffer.from(job.kind + ' ' + (job.url ?? job.status) + ' ' + job.locale)
  parentPort.postMessage({ kind: 'rendered', number, page: { kind: 'page', status: 200, contentType: 'text/html', body, cacheControl: null, link: null, answer } })
})
parentPort.postMessage({ kind: 'ready', errorPages: { bodies: { ar500: Buffer.from('rendered fault') }, inlineScriptHashes: [] } })
`

let renderer: Renderer | null = null
let folder = ''

beforeAll(() => {
  log.level = 'silent'
})

afterEach(async () => {
  await renderer?.close()
  renderer = null
  fs.rmSync(folder, { recursive: true, force: true })
})

function start({ isBroken = false, maxRenderMs = 10_000 } = {}): Promise<Renderer> {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'thread-'))
  const file = path.join(folder, 'thread.mjs')
  fs.writeFileSync(file, THREAD)
  if (isBroken) fs.writeFileSync(path.join(folder, 'broken'), '')
  return renderInThread({
    file,
    root: folder,
    port: 0,
    host: '127.0.0.1',
    siteUrl: 'https://news.example.org',
    dataDir: folder,
    takesRequests: false,
    maxRenderMs,
  })
}

async function rendered(url: string): Promise<string> {
  const page = await renderer?.page(url, 'ar', 'r1')
  return page?.kind === 'page' ? `${page.status} ${page.body}` : 'no page'
}

const starts = () => fs.readFileSync(path.join(folder, 'starts'), 'utf8').length

describe('the rendering thread', () => {
  it('renders pages and statuses, many at once, with what they say about themselves', async () => {
    renderer = await start()
    const pages = await Promise.all(['/ar/1', '/ar/2', '/ar/3'].map(rendered))
    expect(pages).toEqual(['200 page /ar/1 ar', '200 page /ar/2 ar', '200 page /ar/3 ar'])
    const status = await renderer.status(410, 'en', 'r2')
    expect(status).toMatchObject({
      body: Buffer.from('status 410 en'),
      answer: { tags: new Set(['front:ar']), shows: new Set([3]), until: new Date(0) },
    })
  })

  it('gives the page of a fault for one that cannot be rendered', async () => {
    renderer = await start()
    expect(await rendered('/ar/fails')).toBe('500 rendered fault')
    expect(await rendered('/ar/1')).toBe('200 page /ar/1 ar')
    expect(starts()).toBe(1)
  })

  it('is replaced when it dies, and loses only what it was rendering', async () => {
    renderer = await start()
    expect(await rendered('/ar/dies')).toBe('500 rendered fault')
    expect(await rendered('/ar/1')).toBe('200 page /ar/1 ar')
    expect(starts()).toBe(2)
  })

  it('is replaced when it hangs', async () => {
    renderer = await start({ maxRenderMs: 300 })
    expect(await rendered('/ar/hangs')).toBe('500 rendered fault')
    await vi.waitFor(async () => expect(await rendered('/ar/1')).toBe('200 page /ar/1 ar'), 5000)
    expect(starts()).toBe(2)
  })

  it('says what keeps it from starting', async () => {
    await expect(start({ isBroken: true })).rejects.toThrow('no framework here')
  })
})

import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { nameChange } from '#db/queries/changes.ts'
import { write } from '#db/write.ts'
import { answer } from '#request/answer.ts'
import { startTestEdge, type TestEdge } from './edge.testing.ts'

let edge: TestEdge

async function framework({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  answer({ tags: ['story:7'], shows: [{ storyId: 7 }] })
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<!DOCTYPE html><html lang="ar"><body>${url}</body></html>`)
}

beforeAll(async () => {
  edge = await startTestEdge(framework)
})
afterAll(() => edge.close())
afterEach(() => vi.restoreAllMocks())

const goAway = () => vi.spyOn(openDatabase(), 'unreachableSince').mockReturnValue(new Date())

it('serves what it has, marked, while the database is away, and 503 for the rest', async () => {
  const known = await edge.get('/ar/x/7/known')
  goAway()
  const spared = await edge.get('/ar/x/7/known')
  expect(spared).toMatchObject({ status: 200, body: known.body })
  expect(spared.headers['cache-status']).toBe('arab-press; hit; detail=spared')
  const refused = await edge.get('/ar/x/8/unknown')
  expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } })
  vi.restoreAllMocks()
  expect((await edge.get('/ar/x/7/known')).headers['cache-status']).toBe('arab-press; hit')
  expect((await edge.get('/ar/x/8/unknown')).status).toBe(200)
})

it('serves nothing of a story that was withdrawn before', async () => {
  await edge.get('/ar/x/7/withdrawn')
  await edge.get('/ar/other')
  await write(tx => nameChange(tx, new Date(), ['withdrawn:7']))
  /* The next request makes the cache notice the change. */
  await edge.get('/ar/other')
  goAway()
  expect((await edge.get('/ar/x/7/withdrawn')).status).toBe(503)
})

it('answers 503 to what asks the database itself', async () => {
  vi.spyOn(openDatabase(), 'reader', 'get').mockImplementation(() => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  })
  const refused = await edge.get('/a/7')
  expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
})

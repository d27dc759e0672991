/**
 * The database server is killed under a running portal and comes back: readers notice little, and nothing is
 * restarted by hand.
 */
import { expect, test } from '@playwright/test'
import { createDatabase, startMortalPostgres } from '#scripts/postgres/postgres-server.mjs'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { lastStaleRequest } from './staleness.ts'

let server: Awaited<ReturnType<typeof startMortalPostgres>>
let portal: OwnPortal

test.skip(!process.env.E2E_POSTGRES, 'there is no server to be killed under a file')
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(200_000)
  server = await startMortalPostgres()
  portal = await startOwnPortal({ DATABASE_URL: await createDatabase(server.url, 'press_away') })
})
test.afterAll(async () => {
  await portal?.stop()
  await server?.stop()
})

test('kept pages are served without the database, and everything works when it is back', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const get = (path: string) => request.get(portal.origin + path)
  const cacheStatusOf = async (path: string) => (await get(path)).headers()['cache-status']
  const latest = await (await get('/en/latest')).text()
  const articles = [...latest.matchAll(/href="(\/en\/[^"/]+\/(\d+)\/[^"]+)"/g)]
  const [[, kept = '', keptId], [, promised = '', promisedId = '']] = [
    articles[0] ?? [],
    articles.at(-1) ?? [],
  ]
  expect(keptId).not.toBe(promisedId)
  await get(kept)
  await portal.press('article', 'withdraw', promisedId, '--locale', 'en')
  /* On a busy machine, `press` takes seconds to start. */
  const due = new Date(Date.now() + 6_000)
  await portal.press('article', 'schedule', promisedId, '--locale', 'en', '--at', due.toISOString())
  expect(await cacheStatusOf(kept)).not.toContain('spared')

  await server.kill()
  await expect.poll(() => cacheStatusOf(kept), { timeout: 10_000 }).toContain('detail=spared')
  expect((await get(kept)).status()).toBe(200)
  await expect.poll(async () => (await get('/readyz')).text()).toBe('unavailable\n')
  const refused = await get('/ar/latest')
  expect(refused.status()).toBe(503)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
  await expect.poll(() => Date.now(), { timeout: 20_000 }).toBeGreaterThan(due.getTime())

  await server.startAgain()
  await expect.poll(async () => (await get('/readyz')).status(), { timeout: 20_000 }).toBe(200)
  await expect.poll(() => cacheStatusOf(kept)).not.toContain('spared')
  expect((await get('/ar/latest')).status()).toBe(200)
  await portal.press('breaking', 'set', '--locale', 'en', '--text', 'The server is back')
  const isSeen = async () => (await (await get('/en')).text()).includes('The server is back')
  expect(await lastStaleRequest(isSeen)).toBeLessThanOrEqual(1000)
  /* Schedules that came due meanwhile are published. */
  await expect.poll(async () => (await get(promised)).status(), { timeout: 10_000 }).toBe(200)
})

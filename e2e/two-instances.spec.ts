/** Two portals share a PostgreSQL database, as on two machines: what one publishes is read at the other. */
import { expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { lastStaleRequest } from './staleness.ts'

const ROUNDS = process.env.E2E_LONG === '1' ? 100 : 10

let here: OwnPortal
let there: OwnPortal

test.skip(!process.env.E2E_POSTGRES, 'two portals share a database only on PostgreSQL')
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(200_000)
  here = await startOwnPortal()
  const { DATABASE_URL, PRESS_DATA } = here.settings
  there = await startOwnPortal({ DATABASE_URL, PRESS_DATA })
})
test.afterAll(async () => {
  await there?.stop()
  await here?.stop()
})

test('a change is seen at the other within a second, each time', async ({ request }) => {
  test.setTimeout(60_000 + ROUNDS * 4_000)
  const stale: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const text = `Round ${round} is over`
    await here.press('breaking', 'set', '--locale', 'en', '--text', text)
    const seenAt = (portal: OwnPortal) =>
      lastStaleRequest(async () => (await (await request.get(`${portal.origin}/en`)).text()).includes(text))
    stale.push(...(await Promise.all([seenAt(here), seenAt(there)])))
  }
  expect(stale.filter(ms => ms > 1000)).toEqual([])
})

test('what is withdrawn at one is gone from the other', async ({ request }) => {
  const front = await (await request.get(`${there.origin}/en`)).text()
  const [, address = '', id = ''] = /href="(\/en\/[^"/]+\/(\d+)\/[^"]+)"/.exec(front) ?? []
  const status = async () => (await request.get(there.origin + address)).status()
  expect(await status()).toBe(200)
  await here.press('article', 'withdraw', id, '--locale', 'en')
  expect(await lastStaleRequest(async () => (await status()) === 410)).toBeLessThanOrEqual(1000)
})

test('one goes on alone when the other ends', async ({ request }) => {
  await here.press('breaking', 'set', '--locale', 'ar', '--text', 'خبر أخير')
  here.kill()
  await expect.poll(async () => (await request.get(`${there.origin}/ar`)).text()).toContain('خبر أخير')
  await there.press('breaking', 'clear', '--locale', 'ar')
  await expect.poll(async () => (await request.get(`${there.origin}/ar`)).text()).not.toContain('خبر أخير')
})

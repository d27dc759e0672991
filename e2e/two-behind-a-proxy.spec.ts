/**
 * Two portals share a PostgreSQL database behind a proxy. Readers read all the time, and one portal dies meanwhile.
 */
import { expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { isInstalled, type ProxyBefore, startCaddy, startNginx } from './proxies.ts'
import { lastStaleRequest } from './staleness.ts'
import { type SteadyReaders, steadyReaders, storyOf } from './steady-readers.ts'

const isLong = process.env.E2E_LONG === '1'
const MOST_STALE_MS = 1000
const ARTICLES = 12

/* nginx counts whole seconds: the allowed one, and the rest of another. */
const proxies = [
  { name: 'caddy', start: startCaddy, changes: isLong ? 500 : 8, keptMs: 0 },
  { name: 'nginx', start: startNginx, changes: isLong ? 100 : 6, keptMs: 2000 },
] as const

test.skip(!process.env.E2E_POSTGRES, 'two portals share a database only on PostgreSQL')
test.describe.configure({ mode: 'serial' })

let one: OwnPortal
let other: OwnPortal

test.beforeAll(async () => {
  test.setTimeout(200_000)
  one = await startOwnPortal()
  other = await startOwnPortal(one.settings)
})
test.afterAll(async () => {
  await other?.stop()
  await one?.stop()
})

for (const { name, start, changes, keptMs } of proxies) {
  test(`behind ${name}, no reader meets an error or what is old while one portal is killed`, async () => {
    test.skip(!isInstalled(name), `${name} is not installed`)
    test.setTimeout(120_000 + changes * 10_000)
    const proxy = await start([one.port, other.port])
    const paths = await pathsOf(proxy)
    const readers = steadyReaders(proxy.origin, paths, MOST_STALE_MS + keptMs)
    try {
      const stale: number[] = []
      const staleBehind: number[] = []
      const killedAt = Math.ceil(changes / 3)
      const startedAt = Math.ceil(changes / 2)
      const backAt = Math.ceil((2 * changes) / 3)
      let starting: Promise<OwnPortal> | null = null
      for (let number = 1; number <= changes; number++) {
        if (number === killedAt) other.kill()
        if (number === startedAt) starting = startOwnPortal({ ...one.settings, PORT: String(other.port) })
        if (number === backAt && starting) other = await starting
        const areBoth = number < killedAt || number >= backAt
        const through = areBoth && number % 2 === 0 ? other : one
        const isSeenAt = await change(through, readers, number, paths)
        const lag = (origin: string) => lastStaleRequest(() => isSeenAt(origin))
        stale.push(...(await Promise.all((areBoth ? [one, other] : [one]).map(({ origin }) => lag(origin)))))
        staleBehind.push(await lag(proxy.origin))
      }
      expect(await readers.stop()).toEqual([])
      expect(stale.filter(ms => ms > MOST_STALE_MS)).toEqual([])
      expect(staleBehind.filter(ms => ms > MOST_STALE_MS + keptMs)).toEqual([])
      expect(readers.pages()).toBeGreaterThan(changes)
      test.info().annotations.push({ type: 'pages read', description: String(readers.pages()) })
    } finally {
      await readers.stop()
      await proxy.stop()
    }
  })
}

type IsSeenAt = (origin: string) => Promise<boolean>

/* Alternates between withdrawing and republishing an article; at other times it changes breaking news. */
async function change(
  { press }: OwnPortal,
  readers: SteadyReaders,
  number: number,
  paths: string[],
): Promise<IsSeenAt> {
  const path = paths[Math.floor(number / 4) % ARTICLES] ?? ''
  const storyId = storyOf(path)
  const withLocale = ['--locale', path.slice(1, 3)]
  const statusIs = (status: number) => async (origin: string) =>
    (await fetch(origin + path)).status === status
  if (number % 4 === 1) {
    readers.expect(storyId, 'either')
    await press('article', 'withdraw', storyId, ...withLocale)
    readers.expect(storyId, 'gone')
    return statusIs(410)
  }
  if (number % 4 === 2) {
    readers.expect(storyId, 'either')
    await press('article', 'publish', storyId, ...withLocale)
    readers.expect(storyId, 'there')
    return statusIs(200)
  }
  const text = `Change ${number} at ${Date.now()}`
  await press('breaking', 'set', '--locale', 'en', '--text', text)
  return async origin => (await (await fetch(`${origin}/en`)).text()).includes(text)
}

/* Articles of one language first, each story once: a story withdrawn in one language stays in the other. */
async function pathsOf({ origin }: ProxyBefore): Promise<string[]> {
  const latest = await (await fetch(`${origin}/en/latest`)).text()
  const articles = [...latest.matchAll(/href="(\/en\/[^/"]+\/\d+\/[^"]+)"/g)].map(match => match[1] ?? '')
  const some = [...new Set(articles)].slice(0, ARTICLES)
  expect(some).toHaveLength(ARTICLES)
  return [...some, '/en', '/en/latest', '/en/topics', '/en/authors', '/en/archive', '/en/politics']
}

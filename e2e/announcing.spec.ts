/**
 * A hub and a search engine beside a portal of two processes: discovery by subscribers, and the notifications they
 * get.
 */
import { expect, test } from '@playwright/test'
import { openListener, type TestListener } from '#domain/distribution/announcing/listener.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'

const KEY = 'a-key-for-engines'

test.describe.configure({ mode: 'serial' })

let portal: OwnPortal
let hub: TestListener
let engines: TestListener

test.beforeAll(async () => {
  test.setTimeout(150_000)
  hub = await openListener()
  engines = await openListener()
  portal = await startOwnPortal({
    PRESS_WEBSUB_HUB: hub.url,
    PRESS_INDEXNOW_KEY: KEY,
    PRESS_INDEXNOW_URL: engines.url,
    WEB_CONCURRENCY: '2',
  })
})
test.afterAll(async () => {
  await portal?.stop()
  await Promise.all([hub?.close(), engines?.close()])
})

test('a subscriber finds the hub and the name of a feed in its answer and in the feed', async () => {
  for (const file of ['feed.xml', 'feed.atom', 'feed.json']) {
    const url = `${portal.origin}/ar/${file}`
    /* The first request renders it, the second is served from the cache. */
    for (let times = 1; times <= 2; times++) {
      const answer = await fetch(url)
      expect(answer.headers.get('link')).toBe(`<${hub.url}>; rel="hub", <${url}>; rel="self"`)
      expect(await answer.text()).toContain(hub.url)
    }
  }
  const page = await fetch(`${portal.origin}/ar`)
  expect(page.headers.get('link') ?? '').not.toContain('rel="hub"')
})

test('a search engine can see whose key it is', async () => {
  const answer = await fetch(`${portal.origin}/${KEY}.txt`)
  expect([answer.status, await answer.text()]).toEqual([200, KEY])
})

test('both are told once of what is withdrawn and of what is published', async () => {
  test.setTimeout(60_000)
  const { items } = await (await fetch(`${portal.origin}/en/feed.json`)).json()
  const [newest] = items as { id: string; url: string }[]
  const { id = '', url = '' } = newest ?? {}
  const storyId = /\d+$/.exec(id)?.[0] ?? ''
  for (const [verb, status] of [
    ['withdraw', 410],
    ['publish', 200],
  ] as const) {
    hub.forget()
    engines.forget()
    await portal.press('article', verb, storyId, '--locale', 'en')
    await expect.poll(() => engines.heard.length, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => hub.feeds(), { timeout: 20_000 }).toContain(`${portal.origin}/en/feed.json`)
    /* A duplicate notification would have arrived by now. */
    await new Promise(resolve => setTimeout(resolve, 8_000))
    expect(engines.addresses()).toEqual([url])
    expect(new Set(hub.feeds()).size).toBe(hub.heard.length)
    expect(hub.feeds().filter(feed => !feed.startsWith(`${portal.origin}/en`))).toEqual([])
    expect((await fetch(engines.addresses()[0] ?? '')).status).toBe(status)
    for (const feed of hub.feeds()) {
      const answer = await fetch(feed)
      expect(answer.status, feed).toBe(200)
      expect(answer.headers.get('link')).toContain(`<${feed}>; rel="self"`)
      if (feed.endsWith('/en/feed.json')) expect((await answer.text()).includes(url)).toBe(status === 200)
    }
  }
})

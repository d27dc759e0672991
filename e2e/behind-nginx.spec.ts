import { expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { isInstalled, type ProxyBefore, startNginx } from './proxies.ts'

test.skip(!isInstalled('nginx'), 'nginx is not installed')
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let portal: OwnPortal
let nginx: ProxyBefore
let front: string

test.beforeAll(async () => {
  portal = await startOwnPortal({ PRESS_TRUST_PROXY: '127.0.0.1' })
  nginx = await startNginx([portal.port])
  front = nginx.origin
})

test.afterAll(async () => {
  await nginx?.stop()
  await portal?.stop()
})

test('nginx keeps pages for a moment, each coding apart, and asks again', async ({ request }) => {
  const states = new Set<string>()
  await expect
    .poll(async () => {
      const answer = await request.get(`${front}/ar`, { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
      states.add(answer.headers()['x-cache'] ?? '')
      return [...states]
    })
    .toEqual(expect.arrayContaining(['HIT', 'REVALIDATED']))
  const plain = await request.get(`${front}/ar`, { headers: { 'Accept-Encoding': 'identity' } })
  expect(plain.headers()['content-encoding']).toBeUndefined()
  const { 'content-security-policy': policy, 'cache-tag': tags } = plain.headers()
  expect(policy).toContain("default-src 'none'")
  expect(tags).toContain('front:ar')
})

test('readers of different languages get different doors', async ({ request }) => {
  for (const [language, location] of [
    ['ar', '/ar'],
    ['en', '/en'],
    ['ar', '/ar'],
  ] as const) {
    const answer = await request.get(`${front}/`, {
      headers: { 'Accept-Language': language },
      maxRedirects: 0,
    })
    expect(answer.headers().location).toBe(location)
  }
})

test('what may be one person’s own goes past the cache in front, and numbers are not for the public', async ({
  request,
}) => {
  for (const [name, value] of [
    ['Authorization', 'Bearer x'],
    ['Cookie', 'press.session_token=x'],
  ] as const) {
    const answer = await request.get(`${front}/en`, { headers: { [name]: value } })
    expect(answer.headers()['x-cache']).toBe('BYPASS')
    /* The portal knows no such session, so this is the page that everybody gets. */
    expect(answer.headers()['cache-control']).toMatch(/^public/)
  }
  for (const path of ['/metrics', '/readyz', '/healthz'])
    expect((await request.get(front + path)).status()).toBe(404)
})

test('a withdrawal reaches readers through the cache in front', async ({ request }) => {
  const latest = await (await request.get(`${front}/en/latest`)).text()
  const [, path = '', id = ''] = /href="(\/en\/[^/"]+\/(\d+)\/[^"]+)"/.exec(latest) ?? []
  expect((await request.get(front + path)).status()).toBe(200)
  await portal.press('article', 'withdraw', id, '--locale', 'en')
  await expect.poll(async () => (await request.get(front + path)).status()).toBe(410)
})

test('readers are served while the portal is down', async ({ request }) => {
  expect((await request.get(`${front}/ar`)).status()).toBe(200)
  await portal.stop()
  await expect.poll(async () => (await request.get(`${front}/ar`)).headers()['x-cache']).toBe('STALE')
  expect((await request.get(`${front}/ar`)).status()).toBe(200)
})

/** Listening on portals of other settings, and in Firefox, which has no pages swapped. */
import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import puppeteer from 'puppeteer-core'
import { startOwnPortal } from './own-portal.ts'

test('a story that is withdrawn while somebody listens falls silent at the next item', async ({ page }) => {
  test.setTimeout(180_000)
  const portal = await startOwnPortal({ PRESS_VOICE_BUILT_IN: '1' })
  try {
    await page.goto(`${portal.origin}/en`)
    await page.getByRole('button', { name: 'Listen to the headlines' }).click()
    const dock = page.getByRole('complementary', { name: 'Audio player' })
    await expect(dock).toHaveAttribute('data-playing', 'true', { timeout: 30_000 })
    await dock.getByRole('button', { name: 'Pause', exact: true }).click()
    const links = dock.getByRole('listitem').getByRole('link')
    await dock.getByRole('button', { name: 'Queue', exact: true }).click()
    const [first, third] = [await links.nth(0).textContent(), await links.nth(2).textContent()]
    await expect(dock.locator('.dock-title a')).toHaveText(first ?? '')
    const [, , , id = ''] = ((await links.nth(1).getAttribute('href')) ?? '').split('/')
    const sound = await page.request.post(`${portal.origin}/listen/en/${id}?part=headline&voice=built-in`)
    const { src } = sound.status() === 200 ? await sound.json() : { src: null }
    await portal.press('article', 'withdraw', id, '--locale', 'en')
    await dock.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(dock.locator('.dock-title a')).toHaveText(third ?? '', { timeout: 30_000 })
    if (src) expect((await page.request.get(portal.origin + src)).status()).toBe(410)
    const list = await (await page.request.get(`${portal.origin}/listen/en/headlines`)).json()
    expect(list.items.map(({ story }: { story: number }) => String(story))).not.toContain(id)
  } finally {
    await portal.stop()
  }
})

/* A portal of its own takes half a minute. */
const isLong = process.env.E2E_LONG === '1'

test('where listening is switched off there is no button, and nothing can be asked for', async ({ page }) => {
  test.skip(!isLong, 'only in the long run')
  test.setTimeout(180_000)
  const portal = await startOwnPortal({ PRESS_VOICE: 'off' })
  try {
    for (const path of ['/ar', '/a/1?l=ar']) {
      await page.goto(portal.origin + path)
      await expect(page.locator('listen-to')).toHaveCount(0)
    }
    const asked = await page.request.post(`${portal.origin}/listen/ar/1?part=article&voice=built-in`)
    expect(asked.status()).toBe(503)
  } finally {
    await portal.stop()
  }
})

const FIREFOX = process.env.PRESS_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(fs.existsSync)
if (!FIREFOX) console.warn('Skipped: listening in Firefox, which is not installed.')

test('in Firefox the player plays, and stands at its place on the next page', async ({ baseURL }) => {
  test.skip(!FIREFOX, 'Firefox is not installed')
  test.setTimeout(120_000)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX ?? '',
    headless: true,
    /* Where there is no sound device, Firefox plays only what nobody would hear. */
    extraPrefsFirefox: { 'media.default_volume': '0.0' },
  })
  try {
    const page = await browser.newPage()
    const textOf = (selector: string) => page.$eval(selector, element => element.textContent ?? '')
    const clock = '.dock-timeline time'
    await page.goto(`${baseURL}/en`)
    await (await page.waitForSelector('listen-to:not([hidden]) button'))?.click()
    await page.waitForSelector('.dock[data-playing="true"]', { timeout: 30_000 })
    await expect.poll(() => textOf(clock), { timeout: 30_000 }).not.toBe('0:00')
    const headline = await textOf('.dock-title a')
    await Promise.all([page.waitForNavigation(), (await page.$('main h2 a'))?.click()])
    await page.waitForSelector('.dock')
    expect(await textOf('.dock-title a')).toBe(headline)
    if (!(await page.$('.dock[data-playing="true"]'))) await (await page.$('.dock-play'))?.click()
    await page.waitForSelector('.dock[data-playing="true"]')
    const from = await textOf(clock)
    await expect.poll(() => textOf(clock), { timeout: 30_000 }).not.toBe(from)
  } finally {
    await browser.close()
  }
})

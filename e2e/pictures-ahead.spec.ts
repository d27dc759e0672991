/** The first look at a fresh portal: no picture of a front is grey, and what is asked for comes before what is not. */
import { type Browser, expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { localesUnderTest } from './site.ts'

const TOKEN = 'a-token-for-the-metrics'
let portal: OwnPortal

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  portal = await startOwnPortal({ PRESS_PICTURES_AHEAD: '2000', PRESS_METRICS_TOKEN: TOKEN })
})
test.afterAll(() => portal?.stop())

async function metric(name: string): Promise<number> {
  const answer = await fetch(`${portal.origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } })
  const line = (await answer.text()).split('\n').find(each => each.startsWith(name))
  return Number(line?.split(' ').at(-1))
}

const askedFor = () => metric('arab_press_pictures_made_total{occasion="asked"}')

/** Reads a front from its top to its end, and gives the status of each picture that the browser asked for. */
async function pictureAnswers(browser: Browser, path: string, width: number, deviceScaleFactor: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor })
  const page = await context.newPage()
  const answers = new Map<string, number>()
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/media/')) answers.set(pathname, response.status())
  })
  await page.goto(portal.origin + path)
  for (const picture of await page.locator('main picture img').all()) {
    if (!(await picture.isVisible())) continue
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  }
  await context.close()
  return answers
}

for (const [width, density] of [
  [390, 3],
  [412, 1.75],
  [1440, 1],
  [1440, 2],
] as const) {
  test(`all pictures of the fronts are there before they are asked for, ${width} at ${density}`, async ({
    browser,
  }) => {
    for (const locale of localesUnderTest) {
      const answers = await pictureAnswers(browser, `/${locale}`, width, density)
      expect(answers.size).toBeGreaterThan(5)
      expect(new Set(answers.values())).toEqual(new Set([200]))
    }
    expect(await askedFor()).toBe(0)
  })
}

test('what a reader asks for meanwhile comes before what is made ahead', async () => {
  await expect.poll(() => metric('arab_press_pictures_left'), { timeout: 60_000 }).toBeGreaterThan(0)
  const list = await (await fetch(`${portal.origin}/en/latest?page=2`)).text()
  const oldest = [...list.matchAll(/\/media\/[0-9a-f]{20}-\d+\.jpg/g)].slice(-3)
  const answers = await Promise.all(oldest.map(([path]) => fetch(portal.origin + path)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await askedFor()).toBeGreaterThan(0)
  expect(await metric('arab_press_pictures_left')).toBeGreaterThan(0)
})

test('press says how many are left, and leaves the making to the portal', async () => {
  const { files, left } = JSON.parse(await portal.press('pictures', 'status', '--json'))
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(files)
  await expect(portal.press('pictures', 'make')).rejects.toThrow(/being made already/)
})

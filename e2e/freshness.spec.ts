import { type APIRequestContext, expect, test } from '@playwright/test'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'

let portal: OwnPortal

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async () => {
  portal = await startOwnPortal()
})
test.afterAll(() => portal.stop())

type Story = { id: number; path: string; headline: string; other: string }

/* A story in both languages that is in many lists: the first below the newest one that has a translation. */
async function findStory(request: APIRequestContext): Promise<Story> {
  const latest = await text(request, '/en/latest')
  for (const [, path = '', id = ''] of latest.matchAll(/href="(\/en\/[^/"]+\/(\d+)\/[^"]+)"/g)) {
    const page = await text(request, path)
    const other = /<link rel="alternate" hrefLang="ar" href="https?:\/\/[^/"]+(\/ar\/[^"]+)"/i.exec(page)?.[1]
    const headline = /<h1[^>]*>(?:<bdi[^>]*>)?([^<]+)/.exec(page)?.[1]
    if (other && headline) return { id: Number(id), path, headline, other }
  }
  throw new Error('No story in both languages')
}

async function text(request: APIRequestContext, path: string): Promise<string> {
  return (await request.get(portal.origin + path)).text()
}

/* All pages of its language that list or show the story. */
async function pagesWith(request: APIRequestContext, { path, headline }: Story): Promise<string[]> {
  const article = await text(request, path)
  const linked = [...article.matchAll(/href="(\/en\/(?:topics|authors)\/[^"]+)"/g)].map(
    match => match[1] ?? '',
  )
  const section = path.split('/').slice(0, 3).join('/')
  const neighbours = [...article.matchAll(/href="(\/en\/[^/"]+\/\d+\/[^"]+)"/g)].map(match => match[1] ?? '')
  const candidates = ['/en', '/en/latest', '/en/archive', section, ...linked, ...neighbours.slice(-8)]
  const found: string[] = []
  for (const candidate of new Set(candidates))
    if (candidate !== path && (await text(request, candidate)).includes(headline)) found.push(candidate)
  return found
}

test('a withdrawn article is gone from every page the moment that is acknowledged, and comes back as fast', async ({
  request,
}) => {
  const story = await findStory(request)
  const listed = await pagesWith(request, story)
  expect(listed).toEqual(expect.arrayContaining(['/en', '/en/latest']))
  expect(listed.length).toBeGreaterThan(5)
  expect(await text(request, story.other)).toContain(`href="${story.path}"`)

  await portal.press('article', 'withdraw', String(story.id), '--locale', 'en')
  expect((await request.get(portal.origin + story.path)).status()).toBe(410)
  for (const path of listed) expect(await text(request, path), path).not.toContain(story.headline)
  expect(await text(request, story.other)).not.toContain(`href="${story.path}"`)

  await portal.press('article', 'publish', String(story.id), '--locale', 'en')
  expect((await request.get(portal.origin + story.path)).status()).toBe(200)
  for (const path of ['/en', '/en/latest']) expect(await text(request, path), path).toContain(story.headline)
  expect(await text(request, story.other)).toContain(`href="${story.path}"`)
})

test('a scheduled article appears by the clock, without anybody', async ({ request }) => {
  const story = await findStory(request)
  await portal.press('article', 'withdraw', String(story.id), '--locale', 'en')
  expect((await request.get(portal.origin + story.path)).status()).toBe(410)
  /* On a busy machine, `press` takes seconds to start. */
  const at = new Date(Date.now() + 8000).toISOString()
  await portal.press('article', 'schedule', String(story.id), '--locale', 'en', '--at', at)
  expect(await text(request, '/en')).not.toContain(story.headline)
  const status = async () => (await request.get(portal.origin + story.path)).status()
  await expect.poll(status, { timeout: 20_000 }).toBe(200)
  expect(await text(request, '/en/latest')).toContain(story.headline)
})

test('breaking news stands on every page at once, and is gone as fast', async ({ request }) => {
  const { path, other } = await findStory(request)
  const pages = ['/en', path, '/en/topics', '/en/nothing-here']
  for (const page of [...pages, other]) await text(request, page)
  await portal.press('breaking', 'set', '--locale', 'en', '--text', 'The bridge is open again')
  expect(await text(request, '/en')).toContain('The bridge is open again')
  for (const page of pages)
    await expect.poll(() => text(request, page), page).toContain('The bridge is open again')
  expect(await text(request, other)).not.toContain('The bridge is open again')
  await portal.press('breaking', 'clear', '--locale', 'en')
  for (const page of pages)
    await expect.poll(() => text(request, page), page).not.toContain('The bridge is open again')
})

test('a page that the browser kept shows the breaking news of the moment', async ({ playwright }) => {
  const browser = await playwright.chromium.launch({
    executablePath: process.env.PRESS_CHROMIUM || undefined,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(`${portal.origin}/en`)
    await page.evaluate(() => document.body.setAttribute('data-kept', ''))
    await page.goto(`${portal.origin}/en/topics`)
    await portal.press('breaking', 'set', '--locale', 'en', '--text', 'The ferry sails again')
    await page.evaluate(() => history.back())
    await expect(page.getByRole('complementary', { name: 'Breaking' })).toContainText('The ferry sails again')
    await expect(page.locator('body')).toHaveAttribute('data-kept')
    await page.getByRole('button', { name: 'Close' }).first().click()
    await expect(page.getByText('The ferry sails again')).toBeHidden()
  } finally {
    await browser.close()
    await portal.press('breaking', 'clear', '--locale', 'en')
  }
})

import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { collectFaults, localesUnderTest, pathOf } from './site.ts'
import { storedRow } from './stored-row.ts'

/** Articles that no other test opens: the oldest of a language, by their position among them. */
async function unreadArticle(locale: string, place: number): Promise<{ id: number; path: string }> {
  const row = await storedRow<{ id: number; storyId: number; slug: string; section: string }>(
    `SELECT a.id, a.story_id AS "storyId", a.slug, t.slug AS section FROM articles a
     JOIN stories s ON s.id = a.story_id
     JOIN section_texts t ON t.section_id = s.section_id AND t.locale = a.locale
     WHERE a.status = 'published' AND a.locale = ? ORDER BY a.published_at LIMIT 1 OFFSET ?`,
    [locale, place],
  )
  return { id: row.id, path: encodeURI(`/${locale}/${row.section}/${row.storyId}/${row.slug}`) }
}

async function readsOf(articleId: number): Promise<number> {
  const sum = 'SELECT coalesce(sum(reads), 0) AS reads FROM read_counts WHERE article_id = ?'
  return Number((await storedRow<{ reads: number | string }>(sum, [articleId])).reads)
}

/** Waits until the counts are written, and a little longer, so that a surplus read would show. */
async function expectReads(articleId: number, expected: number): Promise<void> {
  await expect.poll(() => readsOf(articleId), { timeout: 15_000 }).toBeGreaterThanOrEqual(expected)
  await new Promise(resolve => setTimeout(resolve, 5500))
  expect(await readsOf(articleId)).toBe(expected)
}

function collectBeacons(page: Page): string[] {
  const beacons: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') beacons.push(new URL(request.url()).pathname)
  })
  return beacons
}

const countedBy = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return navigation?.serverTiming.find(timing => timing.name === 'read')?.description
  })

async function expectNoCookies(context: BrowserContext): Promise<void> {
  expect(await context.cookies()).toEqual([])
}

for (const locale of localesUnderTest) {
  for (const kind of ['front', 'article'] as const) {
    test(`the most read stand on the ${kind} in ${locale}, numbered, and both lists can be reached by keyboard`, async ({
      page,
      request,
    }) => {
      await page.goto(await pathOf(request, kind, locale))
      const section = page.locator('section[aria-labelledby="most-read"]')
      await expect(section.getByRole('heading', { level: 2 })).toHaveText(
        locale === 'ar' ? 'الأكثر قراءة' : 'Most read',
      )
      const [today, week] = [section.locator('ol').first(), section.locator('ol').last()]
      await expect(today.locator('li')).toHaveCount(5)
      await expect(week.locator('li')).toHaveCount(5)
      await expect(today).toBeVisible()
      await expect(week).toBeHidden()
      await section.getByRole('radio').first().focus()
      await page.keyboard.press('ArrowDown')
      await expect(week).toBeVisible()
      await expect(today).toBeHidden()
      const first = await today.getByRole('link', { includeHidden: true }).first().getAttribute('href')
      expect(first).toMatch(new RegExp(`^/${locale}/[^/]+/\\d+/`))
      expect((await request.get(first ?? '', { maxRedirects: 0 })).status()).toBe(200)
    })
  }
}

test('the choice works without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/ar')
  const section = page.locator('section[aria-labelledby="most-read"]')
  await section.locator('label').last().click()
  await expect(section.locator('ol').last()).toBeVisible()
  await expect(section.locator('ol').first()).toBeHidden()
  await context.close()
})

test('where there is room for both, there is nothing to choose', async ({ page, request }) => {
  await page.setViewportSize({ width: 800, height: 900 })
  await page.goto(await pathOf(request, 'article', 'ar'))
  const section = page.locator('section[aria-labelledby="most-read"]')
  await expect(section.locator('ol').first()).toBeVisible()
  await expect(section.locator('ol').last()).toBeVisible()
  await expect(section.getByRole('radio')).toHaveCount(0)
})

test('a visit is counted by its request, and so is a copy that is confirmed', async ({ page, context }) => {
  const article = await unreadArticle('ar', 0)
  const before = await readsOf(article.id)
  const beacons = collectBeacons(page)
  await page.goto(article.path)
  expect(await countedBy(page)).toBe('counted')
  await page.goto('about:blank')
  await page.goto(article.path)
  expect(await countedBy(page)).toBe('counted')
  await expectReads(article.id, before + 2)
  expect(beacons).toEqual([])
  await expectNoCookies(context)
})

test('a page that came through a cache reports itself once, and not again when a reader goes back', async ({
  browser,
}) => {
  const context = await browser.newContext({ extraHTTPHeaders: { Via: '1.1 cache' } })
  const page = await context.newPage()
  const faults = collectFaults(page)
  const beacons = collectBeacons(page)
  const article = await unreadArticle('en', 0)
  const before = await readsOf(article.id)
  await page.goto(article.path)
  expect(await countedBy(page)).toBe('beacon')
  await expect.poll(() => beacons).toEqual([`/read/${article.id}`])
  await page.goto('/en/latest')
  await page.goBack()
  await expect(page.locator('h1')).toBeVisible()
  await expectReads(article.id, before + 1)
  expect(beacons).toHaveLength(1)
  expect(faults).toEqual([])
  await expectNoCookies(context)
  await context.close()
})

test('a page that waits in the background is not read until it is shown', async ({ browser }) => {
  const context = await browser.newContext({ extraHTTPHeaders: { Via: '1.1 cache' } })
  const page = await context.newPage()
  /* In a test browser, both pages count as visible. */
  await page.addInitScript(() => {
    let state: DocumentVisibilityState = 'hidden'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    addEventListener('show-page', () => {
      state = 'visible'
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  const beacons = collectBeacons(page)
  const article = await unreadArticle('en', 1)
  await page.goto(article.path)
  await page.waitForTimeout(500)
  expect(beacons).toEqual([])
  const show = () => page.evaluate(() => dispatchEvent(new Event('show-page')))
  await show()
  await expect.poll(() => beacons).toEqual([`/read/${article.id}`])
  await show()
  await page.waitForTimeout(300)
  expect(beacons).toHaveLength(1)
  await context.close()
})

for (const [place, action] of ['prefetch', 'prerender'].entries()) {
  test(`a page that was fetched ahead (${action}) is read when it is opened, once`, async ({
    page,
    context,
  }) => {
    const article = await unreadArticle('ar', 2 + place)
    const before = await readsOf(article.id)
    const beacons: string[] = []
    context.on('request', request => {
      if (request.method() === 'POST') beacons.push(new URL(request.url()).pathname)
    })
    /* A header of the page names the file with its speculation rules. */
    const rules = { [action]: [{ source: 'list', urls: [article.path], eagerness: 'immediate' }] }
    await page.route('**/rules.json', route =>
      route.fulfill({ contentType: 'application/speculationrules+json', body: JSON.stringify(rules) }),
    )
    await page.route('**/en/latest', async route => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'speculation-rules': '"/rules.json"' }
      await route.fulfill({ response, headers })
    })
    await page.goto('/en/latest')
    await page.waitForTimeout(2500)
    expect(await readsOf(article.id)).toBe(before)
    await page.evaluate(href => {
      location.href = href
    }, article.path)
    await page.waitForURL(`**${article.path}`)
    expect(await countedBy(page)).toBe('beacon')
    await expectReads(article.id, before + 1)
    expect(beacons).toEqual([`/read/${article.id}`])
    await expectNoCookies(context)
  })
}

test('a copy that a script had fetched is counted by the request that confirms it', async ({ page }) => {
  const article = await unreadArticle('en', 2)
  const before = await readsOf(article.id)
  const beacons = collectBeacons(page)
  await page.goto('/en/latest')
  const serverTiming = await page.evaluate(
    async href => (await fetch(href)).headers.get('server-timing'),
    article.path,
  )
  expect(serverTiming).toBe('read;desc="beacon"')
  await page.goto(article.path)
  expect(await countedBy(page)).toBe('counted')
  await expectReads(article.id, before + 1)
  expect(beacons).toEqual([])
})

test('machines, and what is fetched but never shown, are not counted', async ({ request }) => {
  const article = await unreadArticle('ar', 4)
  const before = await readsOf(article.id)
  const as = (headers: Record<string, string>) => request.get(article.path, { headers })
  const bot = await as({
    'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  })
  expect(bot.headers()['server-timing']).toBeUndefined()
  const ahead = await as({ 'Sec-Purpose': 'prefetch' })
  expect(ahead.headers()['server-timing']).toBe('read;desc="beacon"')
  expect(ahead.headers()['set-cookie']).toBeUndefined()
  const foreign = await request.post(`/read/${article.id}`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect(foreign.status()).toBe(403)
  const unknown = await request.post('/read/999999999')
  expect(unknown.status()).toBe(204)
  await expectReads(article.id, before)
})

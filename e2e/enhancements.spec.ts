import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { findLink, pathOf } from './site.ts'

const leadArticle = (locale: 'ar' | 'en', request: import('@playwright/test').APIRequestContext) =>
  findLink(request, `/a/1`, new RegExp(`^/${locale}/[^/]+/1/`)).catch(() =>
    pathOf(request, 'article', locale),
  )

test.describe('theme and text size', () => {
  test('a chosen theme stays, on every page, before the first paint', async ({ page }) => {
    await page.goto('/en')
    const root = page.locator('html')
    await page.locator('theme-switch button').first().click()
    await page.locator('theme-switch input[value="dark"]').check()
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await page.goto('/ar/latest')
    await expect(root).toHaveAttribute('data-theme', 'dark')
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(paper).toBe('rgb(16, 20, 23)')
    await page.locator('theme-switch button').first().click()
    await page.locator('theme-switch input[value="system"]').check()
    await page.reload()
    await expect(root).not.toHaveAttribute('data-theme', 'dark')
  })

  test('a larger text size makes the text larger, and stays', async ({ page }) => {
    await page.goto('/ar')
    const size = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    const before = await size()
    await page.locator('text-size button').first().click()
    await page.locator('text-size input[value="xl"]').check()
    expect(await size()).toBeGreaterThan(before)
    await page.goto('/en/latest')
    expect(await size()).toBeGreaterThan(before)
  })

  test('nothing that needs script is drawn without it', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/ar')
    for (const name of ['theme-switch', 'text-size', 'breaking-strip [data-close]'])
      await expect(page.locator(name)).toBeHidden()
    await context.close()
  })
})

test('the breaking strip closes, stays closed, and gives the focus back', async ({ page }) => {
  await page.goto('/en')
  const strip = page.locator('breaking-strip')
  await expect(strip).toBeVisible()
  await strip.locator('[data-close]').focus()
  await page.keyboard.press('Enter')
  await expect(strip).toBeHidden()
  await page.reload()
  await expect(strip).toBeHidden()
})

test('a closed strip hides no newer one while the script is missing', async ({ page }) => {
  await page.route('**/enhance/**', route => route.abort())
  await page.goto('/en')
  const strip = page.locator('breaking-strip aside')
  const id = await page.locator('breaking-strip').getAttribute('data-id')
  for (const [closed, isVisible] of [
    [String(Number(id) - 1), true],
    [String(id), false],
  ] as const) {
    await page.evaluate(value => localStorage.setItem('breaking-closed', value), closed)
    await page.reload()
    await expect(strip).toBeVisible({ visible: isVisible })
  }
})

for (const locale of ['ar', 'en'] as const) {
  test.describe(`pictures of an article in ${locale}`, () => {
    test('open large, by key as by click, and give the focus back', async ({ page, request }) => {
      await page.goto(await leadArticle(locale, request))
      const photo = page.locator('a[data-photo]').first()
      const dialog = page.locator('photo-lightbox dialog')
      await photo.focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeVisible()
      await expect(dialog.locator('img')).toBeVisible()
      const counter = dialog.locator('[data-counter]')
      const forward = locale === 'ar' ? 'ArrowLeft' : 'ArrowRight'
      if ((await page.locator('a[data-photo]').count()) > 1) {
        await expect(counter).toContainText('1')
        await page.keyboard.press(forward)
        await expect(counter).toContainText('2')
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(photo).toBeFocused()
    })

    test('open as files without script', async ({ request }) => {
      const html = await (await request.get(await leadArticle(locale, request))).text()
      const file = /<a[^>]*href="(\/media\/[^"]+)"[^>]*data-photo/.exec(html)?.[1]
      const answer = await request.get(file ?? '')
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-type']).toMatch(/^image\//)
    })
  })
}

test('an article is passed on by plain links, and its short address is copied', async ({
  page,
  request,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(await leadArticle('ar', request))
  const tools = page.locator('share-tools')
  for (const host of ['wa.me', 'x.com', 't.me', 'facebook.com', 'mailto:']) {
    await expect(tools.locator(`a[href*="${host}"]`)).toHaveCount(1)
  }
  const copy = tools.locator('[data-copy]')
  if (await copy.isVisible()) {
    await copy.click()
    await expect(tools.locator('[role="status"]')).not.toBeEmpty()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(copied).pathname).toMatch(/^\/a\/\d+$/)
  } else await expect(tools.locator('[data-share]')).toBeVisible()
})

test('a video waits for the reader before it loads anything', async ({ page, request }) => {
  const path = await findLink(request, '/en/society', /ring-road|a-day-on-the-ring|ring/)
  const loaded: string[] = []
  page.on('request', request => loaded.push(request.url()))
  await page.goto(path)
  const video = page.locator('main video')
  await expect(video).toHaveAttribute('preload', 'none')
  await expect(video).toHaveAttribute('poster', /\/media\//)
  expect(loaded.filter(url => url.endsWith('.mp4'))).toEqual([])
})

test('a video from elsewhere is loaded by a click alone', async ({ page, request }) => {
  const elsewhere: string[] = []
  await page.route(/youtube/, route => {
    elsewhere.push(route.request().url())
    return route.abort()
  })
  await page.goto(await findLink(request, '/en/culture', /shadow-puppets/))
  const card = page.locator('main video-embed a')
  await expect(card).toHaveAttribute('href', /^https:\/\/www\.youtube\.com\//)
  expect(elsewhere).toEqual([])
  await card.click()
  await expect(page.locator('main video-embed iframe')).toHaveAttribute(
    'src',
    /youtube-nocookie\.com\/embed\//,
  )
})

test('the script of an article page weighs at most 8 KB', async ({ request }) => {
  const html = await (await request.get(await leadArticle('en', request))).text()
  const files = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(match => match[1] ?? '')
  expect(files.length).toBeGreaterThan(0)
  let bytes = 0
  for (const file of files) bytes += gzipSync(await (await request.get(file)).body()).length
  expect(bytes).toBeLessThanOrEqual(8 * 1024)
})

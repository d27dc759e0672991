/** An article with every block that few articles have: read, heard of by machines, and opened without script. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { localesUnderTest } from './site.ts'

const POST = 'https://x.com/desk/status/17890'
const blocks = {
  ar: `تضاعفت الإيجارات[^1] في عشر سنوات.

::embed{url="${POST}" title="بيان المرفأ"}

:::info[بالأرقام]
- أربعة كيلومترات
:::

:::verse{cite="امرؤ القيس"}
قفا نبك من ذكرى حبيب ومنزل || بسقط اللوى بين الدخول فحومل
:::

:::details[كيف حسبنا ذلك؟]
بالوسيط لا بالمتوسط.
:::

:::lang{lang=en}
Prices follow the market.
:::

::audio{url="https://soundcloud.com/desk/talk" title="حديث" seconds=65}

[^1]: بحسب السجل العقاري.
`,
  en: `Rents doubled[^1] in ten years.

::embed{url="${POST}" title="The port's statement"}

:::info[In figures]
- four kilometres
:::

:::verse{lang=ar cite="امرؤ القيس"}
قفا نبك من ذكرى حبيب ومنزل || بسقط اللوى بين الدخول فحومل
:::

:::details[How we counted]
By the median, not by the mean.
:::

:::lang{lang=ar}
الأسعار تتبع السوق.
:::

::audio{url="https://soundcloud.com/desk/talk" title="A talk" seconds=65}

[^1]: By the land registry.
`,
}

let portal: OwnPortal

test.beforeAll(async () => {
  test.setTimeout(150_000)
  portal = await startOwnPortal({ PRESS_DEMO: '0' })
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rare-blocks-'))
  const article = (locale: 'ar' | 'en') => `---\nheadline: ${locale} rare\n---\n${blocks[locale]}`
  writeFiles(dir, {
    ...exampleFolder,
    'stories/rare/story.yaml': 'id: 77\nsection: economy\npublished: -1h\n',
    'stories/rare/ar.md': article('ar'),
    'stories/rare/en.md': article('en'),
  })
  await portal.press('seed', dir)
  fs.rmSync(dir, { recursive: true })
})
test.afterAll(() => portal?.stop())

for (const locale of localesUnderTest) {
  const address = () => `${portal.origin}/a/77?l=${locale}`

  for (const width of [390, 1280]) {
    test(`rare blocks in ${locale} at ${width} fit, are accessible and load nothing of others`, async ({
      page,
    }) => {
      const elsewhere: string[] = []
      page.on('request', request => {
        if (new URL(request.url()).origin !== portal.origin) elsewhere.push(request.url())
      })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address())
      await page.locator('details.details summary').click()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(elsewhere).toEqual([])
    })
  }

  test(`the halves of a ${locale} article's verse stand beside each other, the first where Arabic begins`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address())
    const [first, second] = await page
      .locator('.verse-line > span')
      .evaluateAll(halves => halves.map(half => half.getBoundingClientRect()))
    expect(first?.top).toBe(second?.top)
    expect(first?.left ?? 0).toBeGreaterThan(second?.right ?? 0)
  })

  test(`a footnote of a ${locale} article leads to its text and back`, async ({ page }) => {
    await page.goto(address())
    await page.locator('[role="doc-noteref"]').click()
    await expect(page.locator('#note-1')).toBeInViewport()
    await page.locator('[role="doc-backlink"]').click()
    await expect(page.locator('#note-1-mark')).toBeInViewport()
  })

  test(`a post in a ${locale} article comes when it is asked for`, async ({ page }) => {
    await page.route('https://platform.twitter.com/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<p>The post</p>' }),
    )
    await page.goto(address())
    await page.locator('.embed a').first().click()
    await expect(page.frameLocator('.embed iframe').locator('p')).toHaveText('The post')
  })

  test(`without script the ${locale} post is a link, and the feed has the words of all blocks`, async ({
    browser,
    request,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address())
    await expect(page.locator('.embed a').first()).toHaveAttribute('href', POST)
    await expect(page.locator('details.details')).not.toHaveAttribute('open')
    await context.close()
    const feed = await (await request.get(`${portal.origin}/${locale}/feed.json`)).text()
    for (const words of ['قفا نبك', POST, locale === 'ar' ? 'بالوسيط' : 'By the median']) {
      expect(feed).toContain(words)
    }
  })

  test(`search finds the words of rare blocks in ${locale}`, async ({ request }) => {
    const typed = locale === 'ar' ? ['بالوسيط', 'العقاري', 'كيلومترات'] : ['median', 'registry', 'kilometres']
    for (const word of typed) {
      const found = await request.get(`${portal.origin}/${locale}/search?q=${encodeURIComponent(word)}`)
      expect(await found.text(), word).toContain(`/77/`)
    }
  })
}

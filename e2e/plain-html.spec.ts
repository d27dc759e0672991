import { expect, type Page, test } from '@playwright/test'
import { startBareFramework } from './bare-framework.ts'
import { localesUnderTest, pathOf } from './site.ts'

let bare: Awaited<ReturnType<typeof startBareFramework>>

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  bare = await startBareFramework()
})

test.afterAll(() => {
  bare?.stop()
})

/* The content of a page for a reader: its words in order, its pictures and its links. */
async function contentOf(page: Page) {
  return page.evaluate(() => ({
    title: document.title,
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen counts, in the order of its lines
    text: document.body.innerText,
    pictures: [...document.querySelectorAll('img, source, video')].map(each => each.outerHTML),
    links: [...document.querySelectorAll('a')].map(each => each.getAttribute('href')),
    /* The framework streams parts in the order in which they are ready. */
    head: [...document.head.querySelectorAll('meta, link[rel=canonical], link[rel=alternate]')]
      .map(each => each.outerHTML)
      .sort(),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }))
}

for (const locale of localesUnderTest) {
  for (const kind of ['front', 'article', 'section', 'archive day'] as const) {
    test(`the plain ${kind} in ${locale} says and shows what the framework drew, and weighs less`, async ({
      browser,
      request,
    }) => {
      const path = await pathOf(request, kind, locale)
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(path)
      const plain = await contentOf(page)
      const plainBytes = (await (await request.get(path)).body()).length
      await page.goto(bare.origin + path)
      const whole = await contentOf(page)
      const wholeBytes = (await (await request.get(bare.origin + path)).body()).length
      await context.close()
      expect(plain).toEqual(whole)
      expect(plainBytes).toBeLessThan(wholeBytes / 2)
    })
  }
}

import { expect, test } from '@playwright/test'
import { faintText, violationsByAxe, violationsByIbm } from './accessibility.ts'
import { collectFaults, directions, kinds, localesUnderTest, pathOf, readableText, statusOf } from './site.ts'

const widths = [360, 768, 1280] as const
const isLong = process.env.E2E_LONG === '1'

for (const locale of localesUnderTest) {
  for (const kind of kinds) {
    test.describe(`${kind} in ${locale}`, () => {
      test('answers in its language, without a fault', async ({ page, request }) => {
        const faults = collectFaults(page)
        const path = await pathOf(request, kind, locale)
        const answer = await page.goto(path)
        expect(answer?.status()).toBe(statusOf[kind] ?? 200)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        await expect(page.locator('html')).toHaveAttribute('dir', directions[locale])
        await expect(page.locator('h1')).toHaveCount(1)
        await expect(page.locator('main')).toHaveCount(1)
        const html = (await answer?.text()) ?? ''
        expect(html.slice(0, 200)).toContain(`lang="${locale}"`)
        expect(html).not.toMatch(/self\.__next_f|\/_next\/static\/[^"]*\.js/)
        await page.evaluate(() => document.fonts.ready)
        expect(faults).toEqual([])
      })

      test('fits every width and reads the same without JavaScript', async ({
        browser,
        request,
        baseURL,
      }) => {
        const path = await pathOf(request, kind, locale)
        const texts: string[] = []
        for (const javaScriptEnabled of [true, false]) {
          const context = await browser.newContext({ baseURL, javaScriptEnabled })
          const page = await context.newPage()
          for (const width of javaScriptEnabled ? widths : widths.slice(-1)) {
            await page.setViewportSize({ width, height: 900 })
            await page.goto(path)
            if (javaScriptEnabled) {
              const beyond = await page.evaluate(
                () => document.documentElement.scrollWidth - window.innerWidth,
              )
              expect(beyond, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
            }
          }
          if (javaScriptEnabled) texts.push(await readableText(page))
          else texts.push(await textWithoutScript(page))
          await context.close()
        }
        expect(texts[1]).toBe(texts[0])
      })

      for (const colorScheme of ['light', 'dark'] as const) {
        test(`has no accessibility violation in ${colorScheme}`, async ({ page, request }) => {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.goto(await pathOf(request, kind, locale))
          /* A theme changes colours alone; the long run looks at everything again. */
          if (colorScheme === 'dark' && !isLong) {
            expect(await faintText(page)).toEqual([])
            return
          }
          expect(await violationsByAxe(page)).toEqual([])
          expect(await violationsByIbm(page)).toEqual([])
        })
      }
    })
  }
}

/* The test cannot run script in a page without script, so it parses the markup outside. */
async function textWithoutScript(page: import('@playwright/test').Page): Promise<string> {
  const html = await page.content()
  const reader = await page.context().browser()?.newPage()
  if (!reader) throw new Error('no browser')
  await reader.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''), { waitUntil: 'commit' })
  const text = await readableText(reader)
  await reader.close()
  return text
}

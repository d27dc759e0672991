import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { kinds, localesUnderTest, pathOf } from '#e2e/site.ts'

const widths = [320, 360, 480, 768, 1024, 1280, 1440] as const

for (const locale of localesUnderTest) {
  for (const kind of kinds) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${kind} in ${locale}, ${colorScheme}: accessible at every width`, async ({ page, request }) => {
        test.setTimeout(180_000)
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const path = await pathOf(request, kind, locale)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          await page.goto(path)
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          const named = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
          )
          expect(named, `at ${width}`).toEqual([])
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(beyond, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
        }
      })
    }
  }
}

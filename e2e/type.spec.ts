import { expect, type Page, test } from '@playwright/test'
import { directions, localesUnderTest, pathOf } from './site.ts'

const linesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll(all =>
    all.map(element => {
      const { lineHeight, fontSize, fontFamily } = getComputedStyle(element)
      return {
        text: element.textContent ?? '',
        face: fontFamily.split(',')[0],
        ratio: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      }
    }),
  )

test('Arabic headlines of every size have room for vowel marks between their lines', async ({
  page,
  request,
}) => {
  for (const kind of [
    'front',
    'section',
    'article',
    'latest',
    'topic',
    'author',
    'search',
    'missing',
  ] as const) {
    await page.goto(await pathOf(request, kind, 'ar'))
    const lines = await linesOf(page, 'main :is(h1, h2, h3), main li a')
    const display = lines.filter(({ face }) => face === '"AP Display Arabic"')
    for (const { text, ratio } of display) {
      expect(ratio, `${kind}: ${text}`).toBeGreaterThanOrEqual(1.35)
      expect(ratio, `${kind}: ${text}`).toBeLessThanOrEqual(1.5)
    }
  }
})

test('the figure of a Latin name in an Arabic headline comes from the face of the name', async ({ page }) => {
  await page.goto('/ar')
  const faces = await page
    .locator('main :is(h3, ol a) bdi', { hasText: 'iPhone 17' })
    .evaluateAll(names => names.map(name => getComputedStyle(name).fontFamily.split(',')[0]))
  expect(faces.length).toBeGreaterThan(0)
  expect(new Set(faces)).toEqual(new Set(['"AP Guest"']))
})

for (const locale of localesUnderTest) {
  test(`a caption in ${locale} is 14 px at least`, async ({ page, request }) => {
    await page.goto(await pathOf(request, 'article', locale))
    const sizes = await page
      .locator('main figcaption')
      .evaluateAll(all => all.map(caption => Number.parseFloat(getComputedStyle(caption).fontSize)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
  })

  for (const width of [390, 360, 320]) {
    test(`the date of a ${locale} page takes one line at ${width}`, async ({ page, request }) => {
      await page.setViewportSize({ width, height: 800 })
      for (const kind of ['front', 'article'] as const) {
        await page.goto(await pathOf(request, kind, locale))
        const date = page.locator('header time').first().locator('..')
        const tops = await date.evaluate(element => {
          const range = document.createRange()
          range.selectNodeContents(element)
          return [...range.getClientRects()].filter(part => part.width > 0).map(part => Math.round(part.top))
        })
        expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(6)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    })
  }

  test(`a few sections stand together at the start of a ${locale} page`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`/${locale}`)
    const gaps = await page
      .locator('nav ul')
      .first()
      .evaluate(list => {
        const boxes = [...list.children]
          .map(item => item.getBoundingClientRect())
          .sort((a, b) => a.left - b.left)
        return boxes.slice(1).map((box, index) => box.left - (boxes[index]?.right ?? 0))
      })
    expect(Math.max(...gaps)).toBeLessThan(60)
  })

  test(`the end mark of a ${locale} article stands beside its last word at every width`, async ({
    page,
    request,
  }) => {
    await page.goto(await pathOf(request, 'article', locale))
    for (let width = 330; width <= 700; width += 10) {
      await page.setViewportSize({ width, height: 800 })
      const isAlone = await page
        .locator('article [class*="EndMark"], article span:has(> svg[class*="mark"])')
        .first()
        .evaluate(end => {
          const mark = end.querySelector('svg') ?? end
          const range = document.createRange()
          range.selectNodeContents(end.parentElement as Element)
          range.setEndBefore(end)
          const last = [...range.getClientRects()].at(-1)
          const box = mark.getBoundingClientRect()
          return !last || box.top >= last.bottom || box.bottom <= last.top
        })
      expect(isAlone, `${width}`).toBe(false)
    }
  })

  test(`headlines on the ${locale} page of a missing address stand in even columns`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(await pathOf(request, 'missing', locale))
    const tops = await page
      .locator('main ol > li')
      .evaluateAll(items => items.map(item => Math.round(item.getBoundingClientRect().top)))
    const rows = [...new Set(tops)].map(top => tops.filter(each => each === top).length)
    expect(rows.length).toBeGreaterThan(1)
    expect(new Set(rows).size).toBe(1)
  })

  test(`the search in ${locale} has a title, a field of sensible width and days in its own words`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`/${locale}/search`)
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    const box = page.locator('input[name="q"]')
    expect((await box.boundingBox())?.width).toBeLessThan(720)
    expect(await box.getAttribute('placeholder')).toBeTruthy()
    expect(await box.evaluate(field => getComputedStyle(field).direction)).toBe(directions[locale])
  })
}

test.describe('the days of a search without script', () => {
  test.use({ javaScriptEnabled: false })

  for (const [locale, typed, month] of [
    ['ar', 'مدرسة', 'فبراير'],
    ['en', 'school', 'February'],
  ] as const) {
    test(`are chosen in ${locale} in the words of the page, and a month ends with its last day`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`/${locale}/search?q=${encodeURIComponent(typed)}`)
      await expect(page.locator('input[type="date"]')).toHaveCount(0)
      await page.locator('select[name="from-day"]').selectOption('31')
      await page.locator('select[name="from-month"]').selectOption({ label: month })
      await page.locator('input[name="from-year"]').fill('2026')
      await page.locator('main button[type="submit"]').last().click()
      await expect(page.locator('select[name="from-day"]')).toHaveValue('28')
      await expect(page.locator('input[name="from-year"]')).toHaveValue('2026')
      await expect(page.locator('main article').first()).toBeVisible()
    })

    test(`narrow it in ${locale}, as the old addresses do`, async ({ page }) => {
      const search = `/${locale}/search?q=${encodeURIComponent(typed)}`
      const count = async (query: string) => {
        await page.goto(search + query)
        return page.locator('main article').count()
      }
      expect(await count('&from=1990-01-01&to=1990-12-31')).toBe(0)
      expect(await count('&from-year=1990&to-day=31&to-month=12&to-year=1990')).toBe(0)
      expect(await count('&from-day=1&from-month=1&from-year=1990')).toBeGreaterThan(0)
    })
  }
})

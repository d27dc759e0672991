import { expect, test } from '@playwright/test'
import { otherLocale } from '#i18n/locales.ts'
import { directions, findLink, kinds, localesUnderTest, pathOf } from './site.ts'

for (const locale of localesUnderTest) {
  test(`the first key leads past the masthead in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}`)
    await page.keyboard.press('Tab')
    const skip = page.locator('a[href="#main"]')
    await expect(skip).toBeFocused()
    const box = await skip.boundingBox()
    expect(box?.width).toBeGreaterThan(40)
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  })

  test(`reading order and tab order agree in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}`)
    const places: { top: number; start: number }[] = []
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      places.push(
        await page.evaluate(() => {
          const box = document.activeElement?.getBoundingClientRect()
          const start =
            document.documentElement.dir === 'rtl' ? window.innerWidth - (box?.right ?? 0) : (box?.left ?? 0)
          return { top: Math.round((box?.top ?? 0) + window.scrollY), start }
        }),
      )
    }
    const sections = places.slice(-4)
    expect(sections.map(place => place.start)).toEqual(
      sections.map(place => place.start).toSorted((a, b) => a - b),
    )
  })

  for (const kind of kinds) {
    test(`${kind} fits 320 px and 400 % zoom in ${locale}`, async ({ page, request }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(await pathOf(request, kind, locale))
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(beyond).toBeLessThanOrEqual(0)
    })
  }

  test(`an article prints without its chrome in ${locale}`, async ({ page, request }) => {
    await page.goto(await pathOf(request, 'article', locale))
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(page.locator('nav').first()).toBeHidden()
    await expect(page.locator('share-tools')).toBeHidden()
    await expect(page.locator('h1')).toBeVisible()
    const ink = await page.locator('h1').evaluate(element => getComputedStyle(element).color)
    expect(ink).toBe('rgb(0, 0, 0)')
  })

  test(`Arabic is never letter-spaced, slanted or capitalised in ${locale}`, async ({ page, request }) => {
    for (const kind of ['front', 'article', 'section'] as const) {
      await page.goto(await pathOf(request, kind, locale))
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter(element => element.matches(':lang(ar)') && (element.textContent ?? '').trim() !== '')
          .filter(element => {
            const { letterSpacing, fontStyle, textTransform, textAlign } = getComputedStyle(element)
            const spaced = letterSpacing !== 'normal' && Number.parseFloat(letterSpacing) !== 0
            return spaced || fontStyle !== 'normal' || textTransform !== 'none' || textAlign === 'justify'
          })
          .map(element => `${element.tagName}.${element.className}`),
      )
      expect(wrong).toEqual([])
    }
  })

  test(`the column of headlines beside a ${locale} article never names the article`, async ({
    page,
    request,
  }) => {
    const path = await pathOf(request, 'article', locale)
    await page.goto(path)
    expect(await page.locator(`main aside a[href="${path}"]`).count()).toBe(0)
    const others = await page
      .locator('main aside a, main section a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(others.filter(href => href.startsWith(`/${otherLocale(locale)}/`))).toEqual([])
  })

  test(`lists lead on by real links in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/latest`)
    const first = await page.locator('main article h2').allTextContents()
    expect(first).toHaveLength(20)
    await page.locator('main a[rel="next"]').click()
    await expect(page).toHaveURL(/\?page=2$/)
    const second = await page.locator('main article h2').allTextContents()
    expect(second.filter(headline => first.includes(headline))).toEqual([])
  })
}

for (const kind of ['front', 'article', 'section'] as const) {
  test(`a headline of one endless word stays within the ${kind}`, async ({ page, request }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(await pathOf(request, kind, 'en'))
    const beyond = await page.evaluate(() => {
      for (const heading of document.querySelectorAll('main h1, main h2, main h3, aside li a')) {
        const words = heading.querySelector('a') ?? heading
        words.textContent =
          'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu'
      }
      return document.documentElement.scrollWidth - window.innerWidth
    })
    expect(beyond).toBeLessThanOrEqual(0)
  })
}

test('an Arabic article quotes English in its own direction and face', async ({ page, request }) => {
  const path = await findLink(request, '/ar/%D8%A7%D9%82%D8%AA%D8%B5%D8%A7%D8%AF', /%D8%B1%D8%B5%D9%8A%D9%81/)
  await page.goto(path)
  const quote = page.locator('main blockquote[lang="en"]').first()
  await expect(quote).toHaveAttribute('dir', 'ltr')
  const face = await quote
    .locator('p')
    .first()
    .evaluate(element => getComputedStyle(element).fontFamily)
  expect(face).toMatch(/^"?AP Guest"?,/)
})

test('a telephone number in Arabic text is read from its plus sign on', async ({ page, request }) => {
  await page.goto(
    await findLink(request, '/ar', /pages\/%D8%A7%D9%84%D8%AA%D8%B5%D9%88%D9%8A%D8%A8%D8%A7%D8%AA/),
  )
  const places = await page.locator('main a[href^="tel:"]').evaluate(link => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
    const text = walker.nextNode() as Text
    return [...text.data].map((_, index) => {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      return range.getBoundingClientRect().left
    })
  })
  expect(places.length).toBeGreaterThan(10)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the address of the newsroom is readable whole on a small screen', async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(await findLink(request, '/ar', /pages\/%D8%A7%D8%AA%D8%B5%D9%84/))
  for (const link of await page.locator('main table a').all()) {
    const box = await link.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
  }
})

test('both languages keep to their direction', async ({ page }) => {
  for (const locale of localesUnderTest) {
    await page.goto(`/${locale}`)
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(directions[locale])
  }
})

import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { type LocaleUnderTest, localesUnderTest } from './site.ts'

/** The paths of all articles of a language, from the pages of the latest ones. */
async function allArticles(request: APIRequestContext, locale: LocaleUnderTest): Promise<string[]> {
  const paths = new Set<string>()
  for (let page = 1; ; page++) {
    const before = paths.size
    const html = await (await request.get(`/${locale}/latest?page=${page}`)).text()
    for (const [, path = ''] of html.matchAll(/href="(\/\w\w\/[^"/]+\/\d+\/[^"]+)"/g)) paths.add(path)
    if (paths.size === before) return [...paths]
  }
}

async function withoutPictures(page: Page): Promise<void> {
  await page.route(/\.(avif|webp|jpg)$/, route => route.abort())
}

const storyIds = (page: Page) =>
  page
    .locator('main a')
    .evaluateAll(links =>
      links.flatMap(link => /^\/\w\w\/[^/]+\/(\d+)\//.exec((link as HTMLAnchorElement).pathname)?.[1] ?? []),
    )

const isLong = process.env.E2E_LONG === '1'

for (const locale of localesUnderTest) {
  test(`the ${locale} front names a story twice at most, and not again within a few lines`, async ({
    page,
  }) => {
    await page.goto(`/${locale}`)
    const ids = await storyIds(page)
    expect(ids.filter(id => ids.filter(other => other === id).length > 2)).toEqual([])
    const close = ids.filter((id, index) => ids.slice(index + 1, index + 4).includes(id))
    expect(close).toEqual([])
  })

  for (const width of [1440, 1200, 1024, 800]) {
    test(`no column of the ${locale} front ends above its picture at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`/${locale}`)
      const holes = await page
        .locator('main [class*="_columns"], main [class*="_top"]')
        .evaluateAll(grids => {
          const bottomOf = (element: Element) =>
            Math.max(
              ...[...element.querySelectorAll('img, a, p')].map(part => part.getBoundingClientRect().bottom),
            )
          return grids.flatMap(grid => {
            const columns = [...grid.children]
            const topOf = (column: Element) => Math.round(column.getBoundingClientRect().top)
            const rows = [...new Set(columns.map(topOf))].map(top =>
              columns.filter(each => topOf(each) === top),
            )
            return rows
              .filter(row => row.length > 1)
              .filter(row => row.some(column => column.clientWidth > 400 && column.querySelector('img')))
              .map(row => Math.max(...row.map(bottomOf)) - Math.min(...row.map(bottomOf)))
          })
        })
      expect(holes.length).toBeGreaterThan(0)
      expect(Math.max(...holes)).toBeLessThan(90)
    })
  }

  test(`the latest headlines beside a ${locale} article name nothing that stands around it`, async ({
    page,
    request,
  }) => {
    const [path = ''] = await allArticles(request, locale)
    await page.goto(path)
    const ids = await storyIds(page)
    expect(ids.filter(id => ids.filter(other => other === id).length > 2)).toEqual([])
    const idsIn = (part: string) =>
      page
        .locator(`[aria-labelledby="${part}"] :is(h3, li) a`)
        .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).pathname.split('/')[3]))
    const latest = await idsIn('latest')
    const around = [path.split('/')[3], ...(await idsIn('related')), ...(await idsIn('most-read'))]
    expect(latest.length).toBeGreaterThan(10)
    expect(latest.filter(id => around.includes(id))).toEqual([])
  })

  for (const [width, size] of [
    [1440, 'm'],
    [1440, 'xl'],
    [1200, 'm'],
  ] as const) {
    test(`the rail ends with every ${locale} article at ${width} in size ${size}`, async ({
      page,
      request,
    }) => {
      test.setTimeout(240_000)
      await withoutPictures(page)
      await page.setViewportSize({ width, height: 900 })
      await page.addInitScript(chosen => localStorage.setItem('text-size', chosen), size)
      const paths = await allArticles(request, locale)
      /* The long run looks at every article in every size. */
      const tried =
        isLong || (width === 1440 && size === 'm') ? paths : paths.filter((_, index) => index % 3 === 0)
      for (const path of tried) {
        await page.goto(path)
        const { hole, height, overlaps, scrolls } = await page.evaluate(() => {
          const text = document.querySelector('article > [class*="column"]')?.getBoundingClientRect()
          const related = document.querySelector('[aria-labelledby="related"]')?.getBoundingClientRect()
          const parts = [
            ...document.querySelectorAll('[aria-labelledby="most-read"], aside[aria-labelledby="latest"] li'),
          ]
            .map(part => part.getBoundingClientRect())
            .filter(part => text && part.top < text.bottom)
          return {
            hole: (text?.bottom ?? 0) - Math.max(...parts.map(part => part.bottom)),
            height: text?.height ?? 0,
            overlaps: parts.some(part => related && part.bottom > related.top),
            scrolls: document.documentElement.scrollWidth > innerWidth,
          }
        })
        /* Less than a headline, or in a very long article than a picture. */
        expect(hole, path).toBeLessThan(Math.max(150, height * 0.075))
        expect(overlaps, path).toBe(false)
        expect(scrolls, path).toBe(false)
      }
    })
  }

  for (const width of [390, 320]) {
    test(`no table of a ${locale} article is cut at ${width}`, async ({ page, request }) => {
      test.setTimeout(240_000)
      await withoutPictures(page)
      await page.setViewportSize({ width, height: 900 })
      let tables = 0
      for (const path of await allArticles(request, locale)) {
        if (!(await (await request.get(path)).text()).includes('<table')) continue
        await page.goto(path)
        const cut = await page.locator('main table').evaluateAll(all =>
          all.flatMap(table => {
            const region = table.parentElement?.getBoundingClientRect()
            return [...table.querySelectorAll('td, th')].flatMap(cell => {
              const range = document.createRange()
              range.selectNodeContents(cell)
              const outside = [...range.getClientRects()].some(
                part =>
                  region && part.width > 0 && (part.left < region.left - 1 || part.right > region.right + 1),
              )
              return outside ? [cell.textContent] : []
            })
          }),
        )
        expect(cut, path).toEqual([])
        tables++
      }
      expect(tables).toBeGreaterThan(5)
    })
  }

  test(`figures of a ${locale} table stand unit under unit, and ranges have dashes`, async ({
    page,
    request,
  }) => {
    await withoutPictures(page)
    const path = (await allArticles(request, locale)).find(each => /\/1\//.test(each)) ?? ''
    await page.goto(path)
    const figures = page.locator('main table').first().locator('tbody td:last-child bdi')
    const ends = await figures.evaluateAll(all =>
      all.map(figure => Math.round(figure.getBoundingClientRect().right)),
    )
    expect(ends.length).toBeGreaterThan(3)
    expect(new Set(ends).size).toBe(1)
    expect((await figures.allTextContents()).join(' ')).not.toContain('-')
    expect(await figures.first().evaluate(figure => getComputedStyle(figure).fontVariantNumeric)).toContain(
      'tabular',
    )
  })
}

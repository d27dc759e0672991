import { expect, test } from '@playwright/test'
import { otherLocale } from '#i18n/locales.ts'
import { findLink, localesUnderTest, pathOf } from './site.ts'

test.describe('languages', () => {
  for (const [asked, expected] of [
    ['ar-LB,ar;q=0.9,en;q=0.5', '/ar'],
    ['en-GB,en;q=0.9', '/en'],
    ['fr-FR', '/ar'],
    ['', '/ar'],
  ] as const) {
    test(`the chooser leads a reader of "${asked}" to ${expected}`, async ({ request }) => {
      const answer = await request.get('/', { maxRedirects: 0, headers: { 'Accept-Language': asked } })
      expect(answer.status()).toBe(307)
      expect(answer.headers().location).toBe(expected)
      expect(answer.headers().vary).toContain('Accept-Language')
    })
  }

  for (const locale of localesUnderTest) {
    const other = otherLocale(locale)

    test(`the switch leads from a ${locale} article to the same story, and back`, async ({
      page,
      request,
    }) => {
      const path = await pairedArticle(request, locale)
      await page.goto(path)
      const id = /\/(\d+)\//.exec(path)?.[1]
      const there = page.locator(`header a[hreflang="${other}"]`)
      await expect(there).toHaveAttribute('lang', other)
      await there.click()
      await expect(page).toHaveURL(new RegExp(`/${other}/[^/]+/${id}/`))
      await expect(page.locator('html')).toHaveAttribute('lang', other)
    })

    test(`hreflang stands in the head of a ${locale} article and of its translation alike`, async ({
      request,
    }) => {
      const path = await pairedArticle(request, locale)
      const here = alternates(await (await request.get(path)).text())
      expect(Object.keys(here).sort()).toEqual(['ar', 'en', 'x-default'])
      const there = alternates(await (await request.get(new URL(here[other] ?? '').pathname)).text())
      expect(there).toEqual(here)
    })
  }

  test('a story in one language only offers itself from the other, without pretending', async ({
    page,
    request,
  }) => {
    const untranslated = await untranslatedArticle(request)
    const id = /\/(\d+)\//.exec(untranslated)?.[1]
    const answer = await page.goto(`/en/x/${id}/x`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('main a[hreflang="ar"]')).toHaveAttribute('href', untranslated)
    const html = await (await request.get(untranslated)).text()
    expect(Object.keys(alternates(html))).toEqual([])
  })

  test('the chrome of one language has no word of the other but names', async ({ page, request }) => {
    for (const locale of localesUnderTest) {
      await page.goto(await pathOf(request, 'section', locale))
      const strangers = await page.evaluate(
        foreign => {
          const pattern = foreign === 'latin' ? /[A-Za-z]{2,}/ : /[\u0600-\u06ff]/
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          const found: string[] = []
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement
            /* Names of formats are the same in every language. */
            if (!parent || !pattern.test(node.textContent?.replaceAll('RSS', '') ?? '')) continue
            if (parent.closest('script, style, main, [lang]:not(html), a[href^="mailto:"]')) continue
            found.push(node.textContent ?? '')
          }
          for (const element of document.querySelectorAll('[aria-label]')) {
            if (element.closest('main, [lang]:not(html)')) continue
            if (pattern.test(element.getAttribute('aria-label') ?? ''))
              found.push(element.getAttribute('aria-label') ?? '')
          }
          return found
        },
        locale === 'ar' ? 'latin' : 'arabic',
      )
      expect(strangers).toEqual([])
    }
  })
})

type Request = import('@playwright/test').APIRequestContext

function alternates(html: string): Record<string, string> {
  const head = html.slice(0, html.indexOf('</head>'))
  const links = [...head.matchAll(/<link\b[^>]*rel="alternate"[^>]*>/g)].map(match => match[0])
  return Object.fromEntries(
    links.flatMap(link => {
      const language = /hreflang="([^"]+)"/i.exec(link)?.[1]
      return language ? [[language, /href="([^"]+)"/.exec(link)?.[1] ?? '']] : []
    }),
  )
}

async function articles(request: Request, locale: string): Promise<string[]> {
  const html = await (await request.get(`/${locale}/latest`)).text()
  const more = await (await request.get(`/${locale}/latest?page=2`)).text()
  const found = [...(html + more).matchAll(/href="(\/(?:ar|en)\/[^/"]+\/\d+\/[^"?]+)"/g)].map(
    match => match[1] ?? '',
  )
  return [...new Set(found)].filter(path => path.startsWith(`/${locale}/`))
}

async function pairedArticle(request: Request, locale: string): Promise<string> {
  for (const path of await articles(request, locale)) {
    if (Object.keys(alternates(await (await request.get(path)).text())).length > 0) return path
  }
  throw new Error('no story in both languages')
}

async function untranslatedArticle(request: Request): Promise<string> {
  for (const path of await articles(request, 'ar')) {
    const html = await (await request.get(path)).text()
    if (Object.keys(alternates(html)).length === 0) return path
  }
  throw new Error('no story in Arabic only')
}

test('a link of the language switch is found on every front', async ({ request }) => {
  expect(await findLink(request, '/ar', /^\/en$/)).toBe('/en')
  expect(await findLink(request, '/en', /^\/ar$/)).toBe('/ar')
})

import { expect, test } from '@playwright/test'
import { otherLocale } from '#i18n/locales.ts'
import ar from '#messages/ar.json' with { type: 'json' }
import en from '#messages/en.json' with { type: 'json' }
import { findLink, localesUnderTest, pathOf } from './site.ts'

for (const locale of localesUnderTest) {
  test(`the id of a story decides, whatever else its ${locale} address says`, async ({ request }) => {
    const path = await pathOf(request, 'article', locale)
    const id = /\/(\d+)\//.exec(path)?.[1]
    for (const wrong of [`/${locale}/wrong/${id}/wrong-words`, `/${locale}/wrong/${id}`, `${path}/`]) {
      const answer = await request.get(wrong, { maxRedirects: 0 })
      expect(answer.status(), wrong).toBe(308)
      const location = new URL(answer.headers().location ?? '', 'http://x').pathname
      const settled = await request.get(location, { maxRedirects: 0 })
      expect(settled.status(), location).toBe(200)
      expect(location).toBe(path)
    }
  })

  test(`the short link leads to the ${locale} article`, async ({ request }) => {
    const path = await pathOf(request, 'article', locale)
    const id = /\/(\d+)\//.exec(path)?.[1]
    const answer = await request.get(`/a/${id}`, { maxRedirects: 0, headers: { 'Accept-Language': locale } })
    expect([307, 308]).toContain(answer.status())
    expect(answer.headers().location).toBe(path)
    const other = otherLocale(locale)
    const passedOn = await request.get(`/a/${id}?l=${locale}`, {
      maxRedirects: 0,
      headers: { 'Accept-Language': other },
    })
    expect(passedOn.headers().location).toBe(path)
  })
}

test('an address that cannot be decoded answers 400, never 500', async ({ request }) => {
  for (const path of ['/ar/%E0%A4%A', '/en/%', '/ar/%ff%fe']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([400, 404], path).toContain(answer.status())
    expect(await answer.text()).toContain('<html')
  }
})

test('unknown addresses answer 404 with a page in a language', async ({ request }) => {
  for (const path of [
    '/fr',
    '/xx/yy/zz',
    '/en/politics/99999999/x',
    '/ar/archive/2031/13/01',
    '/en/latest?page=400',
    '/wp-login.php',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).toMatch(/<html[^>]* lang="(ar|en)"/)
  }
})

test('whatever is missing has the title of a missing page, and search engines keep none of it', async ({
  request,
}) => {
  for (const path of [
    '/ar/nothing',
    '/en/nothing/at/all',
    '/ar/latest?page=99',
    '/en/politics?page=99',
    '/ar/topics/none',
    '/en/authors/none',
    '/ar/pages/none',
    '/en/archive/2031',
    '/ar/archive/2026/13',
  ]) {
    const html = await (await request.get(path)).text()
    const title = path.startsWith('/ar') ? ar.notice.missing : en.notice.missing
    expect(html, path).toContain(`<title>${title} |`)
    expect(html, path).toMatch(/<meta name="robots" content="noindex/)
  }
})

test('the language switch of a day of the archive always leads to a page', async ({ request }) => {
  const linked = async (from: string, form: RegExp) =>
    new Set((await (await request.get(from)).text()).match(form))
  const months = [...(await linked('/ar/archive', /\/ar\/archive\/\d{4}\/\d\d(?=")/g))]
  const days = await Promise.all(months.map(month => linked(month, /\/ar\/archive\/\d{4}\/\d\d\/\d\d(?=")/g)))
  for (const day of days.flatMap(found => [...found])) {
    const there = await findLink(request, day, /^\/en\/archive/)
    expect((await request.get(there)).status(), there).toBe(200)
  }
})

test('slashes cannot lead a reader away from the site', async ({ request, baseURL }) => {
  for (const path of ['//evil.example/ar/', '/ar//evil.example/', '/%2F%2Fevil.example/']) {
    /* An absolute URL, so that the client does not parse the leading slashes as another host. */
    const answer = await request.get(`${baseURL}${path}`, { maxRedirects: 0 })
    const location = answer.headers().location
    if (location)
      expect(new URL(location, 'http://here.invalid').host).toMatch(
        /^(here\.invalid|localhost(:\d+)?|127\.0\.0\.1(:\d+)?)$/,
      )
  }
})

test('pages carry the headers that protect readers', async ({ request }) => {
  const answer = await request.get('/ar')
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  expect(policy).not.toContain('unsafe-eval')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBeTruthy()
  expect(headers['x-powered-by']).toBeUndefined()
})

test('pictures come in three formats, immutable, with their size known', async ({ page, request }) => {
  await page.goto(await pathOf(request, 'article', 'ar'))
  const picture = page.locator('main picture').first()
  await expect(picture.locator('source[type="image/avif"]')).toHaveCount(1)
  await expect(picture.locator('source[type="image/webp"]')).toHaveCount(1)
  const image = picture.locator('img')
  expect(Number(await image.getAttribute('width'))).toBeGreaterThan(0)
  expect(Number(await image.getAttribute('height'))).toBeGreaterThan(0)
  const answer = await request.get((await image.getAttribute('src')) ?? '')
  expect(answer.headers()['content-type']).toBe('image/jpeg')
  expect(answer.headers()['cache-control']).toContain('immutable')
})

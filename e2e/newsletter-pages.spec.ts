import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fillSlots } from '#request/slots.ts'
import { startBareFramework } from './bare-framework.ts'
import { findLink, type LocaleUnderTest, localesUnderTest } from './site.ts'

/* The edge shows the filled pages to nobody but their readers, so here they come from the framework alone. */
let bare: Awaited<ReturnType<typeof startBareFramework>>

test.beforeAll(async () => {
  bare = await startBareFramework()
})

test.afterAll(() => {
  bare?.stop()
})

/* Each page with the conditions that hold on it. */
const states = {
  confirm: [],
  'manage, just confirmed': ['daily', 'confirmed'],
  'manage, saved': ['daily', 'weekly', 'saved'],
  'manage, nothing chosen': ['nothing'],
  leave: [],
  change: [],
  erase: [],
  expired: [],
  'invalid, malformed': ['daily', 'malformed'],
  'invalid, nothing chosen': ['none-chosen'],
  'too-many': [],
} as const
type State = keyof typeof states

const typed = `a-rather-long-name.with+a"tag"@a-rather-long-name-of-a-host.example`
const words = {
  ar: { newsletters: '«موجز الصباح» و«عاجل»', language: 'بالعربية', minutes: 'عشر دقائق' },
  en: { newsletters: 'The Morning Seven', language: 'in English', minutes: 'ten minutes' },
}

/* A filled page at an address with a token. The page is drawn anew, so its script does not matter here. */
async function show(page: Page, locale: LocaleUnderTest, state: State) {
  const name = state.split(',')[0]
  const drawn = await (await fetch(`${bare.origin}/${locale}/newsletter/filled/${name}`)).text()
  const style = await findLink(page.request, `/${locale}/newsletter/sent`, /newsletter-pages\.[^/]*css$/)
  const html = fillSlots(drawn, {
    texts: { address: typed, ...words[locale] },
    on: new Set<string>([locale, ...states[state]]),
  })
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll('/enhance/newsletter-pages.css', style)
  await page.route('**/newsletter/manage/token', route =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  )
  await page.goto(`/${locale}/newsletter/manage/token`)
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/* Every state in Arabic; in English, but for long runs, those that no other one is built like. */
const allStates = Object.keys(states) as State[]
const statesIn: Record<LocaleUnderTest, State[]> = {
  ar: allStates,
  en:
    process.env.E2E_LONG === '1' ? allStates : ['confirm', 'manage, saved', 'invalid, malformed', 'too-many'],
}

for (const locale of localesUnderTest) {
  for (const state of statesIn[locale]) {
    test(`${state}, in ${locale}: fits a small phone, and is accessible in both themes`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await show(page, locale, state)
        await expect(page.locator('h1')).toHaveCount(1)
        await expect(page.locator('h1')).not.toBeEmpty()
        expect(await page.content()).not.toMatch(/[\uE000\uE001]|data-\w+-if/)
        expect(await beyond(page)).toBeLessThanOrEqual(0)
        await expectAccessible(page)
      }
    })
  }

  test(`the form in ${locale} names its fields, and the keyboard goes through them in order`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`/${locale}/newsletter`)
    expect(await beyond(page)).toBeLessThanOrEqual(0)
    const main = page.locator('main')
    await expect(main.getByRole('checkbox')).toHaveCount(3)
    await expect(main.getByRole('checkbox', { checked: true })).toHaveCount(1)
    await expect(main.getByRole('radio', { checked: true })).toHaveAttribute('value', locale)
    await main.getByRole('checkbox').first().focus()
    const stops: string[] = []
    for (let stop = 0; stop < 6; stop++) {
      stops.push(
        await page.evaluate(() => {
          const { name, type } = document.activeElement as HTMLInputElement
          return name || type
        }),
      )
      await page.keyboard.press('Tab')
    }
    expect(stops).toEqual(['edition', 'edition', 'edition', 'language', 'email', 'submit'])
  })

  test(`the field in ${locale} leaves odd addresses to the server, and sends what was chosen`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    const page = await context.newPage()
    const sent: URLSearchParams[] = []
    await page.route('**/newsletter', async route => {
      if (route.request().method() === 'GET') return route.continue()
      sent.push(new URLSearchParams(route.request().postData() ?? ''))
      await route.fulfill({ status: 303, headers: { location: `/${locale}/newsletter/sent` } })
    })
    await page.goto(`/${locale}/newsletter`)
    const main = page.locator('main')
    const field = main.getByRole('textbox', { name: locale === 'ar' ? 'البريد الإلكتروني' : 'Email address' })
    await expect(field).toHaveCSS('direction', 'ltr')
    await main.getByRole('checkbox').nth(1).check()
    await main.getByRole('radio').nth(1).check()
    await field.fill('محمد@example.com')
    await main.getByRole('button').click()
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'ar' ? 'انظر في بريدك' : 'Look into your mail',
    )
    const other = locale === 'ar' ? 'en' : 'ar'
    expect([...(sent[0] ?? [])].sort()).toEqual([
      ['edition', 'daily'],
      ['edition', 'weekly'],
      ['email', 'محمد@example.com'],
      ['language', other],
      ['place', 'page'],
      ['website', ''],
    ])
    await context.close()
  })

  test(`a refused address in ${locale} stays in its field, which has the focus and says why`, async ({
    page,
  }) => {
    await show(page, locale, 'invalid, malformed')
    const field = page.locator('main').getByRole('textbox').first()
    await expect(field).toHaveValue(typed)
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(/name@example\.org/)
    await show(page, locale, 'invalid, nothing chosen')
    await expect(page.locator('main').getByRole('checkbox').first()).toBeFocused()
    await expect(field).not.toHaveAttribute('aria-invalid')
    await expect(field).toHaveAccessibleDescription('')
  })

  for (const place of ['front', 'article'] as const) {
    test(`the ${place} in ${locale} has a box that asks for an address alone, and is not printed`, async ({
      page,
      request,
    }) => {
      const front = `/${locale}`
      const path =
        place === 'front' ? front : await findLink(request, front, new RegExp(`^${front}/[^/]+/\\d+/`))
      await page.goto(path)
      const box = page.getByRole('complementary').filter({ has: page.locator('form[method=post]') })
      await expect(box).toHaveCount(1)
      await expect(box.getByRole('textbox')).toHaveCount(1)
      const hidden = await box
        .locator('input[type=hidden]')
        .evaluateAll(inputs => inputs.map(input => [input.getAttribute('name'), input.getAttribute('value')]))
      expect(Object.fromEntries(hidden)).toEqual({ place, edition: 'daily', language: locale })
      await expect(box.getByRole('link')).toHaveAttribute('href', `${front}/newsletter`)
      await page.emulateMedia({ media: 'print' })
      await expect(box).toBeHidden()
    })
  }
}

test('search engines list the newsletters’ page, and none of those behind it', async ({ page }) => {
  await page.goto('/en/newsletter')
  await expect(page.locator('meta[name=robots]')).not.toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=alternate][hreflang=ar]')).toHaveAttribute('href', /\/ar\/newsletter$/)
  for (const name of ['sent', 'left', 'erased']) {
    await page.goto(`/en/newsletter/${name}`)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  }
})

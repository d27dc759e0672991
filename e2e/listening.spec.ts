/**
 * Journeys of somebody who listens while reading on. Every press is the driver's own, as trusted as a person's, and the
 * browser lets nothing sound before one.
 */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { violationsByAxe, violationsByIbm } from './accessibility.ts'
import { type LocaleUnderTest, localesUnderTest, pathOf } from './site.ts'

test.use({
  launchOptions: {
    executablePath: process.env.PRESS_CHROMIUM || undefined,
    args: ['--autoplay-policy=document-user-activation-required'],
  },
})

const words = {
  ar: {
    ...{ headlines: 'استمع إلى العناوين', article: 'استمع إلى المقال', player: 'مشغّل الصوت' },
    ...{ pause: 'أوقف مؤقتًا', play: 'شغّل', next: 'التالي', queue: 'القائمة', close: 'أغلق المشغّل' },
    ...{ automated: 'صوت آلي', forward: 'تقدّم 15 ثانية' },
  },
  en: {
    ...{ headlines: 'Listen to the headlines', article: 'Listen to this article', player: 'Audio player' },
    ...{ pause: 'Pause', play: 'Play', next: 'Next', queue: 'Queue', close: 'Close the player' },
    ...{ automated: 'Automated voice', forward: 'Forward 15 seconds' },
  },
} as const

const isLong = process.env.E2E_LONG === '1'
const SIZES = [
  [320, 844, 'ar'],
  [390, 664, 'en'],
  [1280, 800, 'ar'],
] as const

const dockOf = (page: Page, locale: LocaleUnderTest) =>
  page.getByRole('complementary', { name: words[locale].player })
const clockOf = (dock: Locator) => dock.locator('.dock-timeline time').first()
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).first().click()

async function secondsOf(dock: Locator): Promise<number> {
  const [minutes = 0, seconds = 0] = ((await clockOf(dock).textContent()) ?? '').split(':').map(Number)
  return minutes * 60 + seconds
}

/* The clock of the sound goes on. */
async function expectToPlay(dock: Locator): Promise<void> {
  await expect(dock).toHaveAttribute('data-playing', 'true', { timeout: 20_000 })
  const from = await secondsOf(dock)
  await expect.poll(() => secondsOf(dock), { timeout: 20_000 }).not.toBe(from)
}

async function listenToHeadlines(page: Page, locale: LocaleUnderTest): Promise<Locator> {
  await page.goto(`/${locale}`)
  await press(page, words[locale].headlines)
  const dock = dockOf(page, locale)
  await expectToPlay(dock)
  return dock
}

for (const locale of localesUnderTest) {
  test.describe(`in ${locale}`, () => {
    test('headlines play on over three pages, and back and forward show the right page', async ({ page }) => {
      const dock = await listenToHeadlines(page, locale)
      await expect(dock.getByRole('status')).toHaveText(words[locale].automated)
      const marked = await page.evaluateHandle(() => document)
      const counted = page.waitForRequest(/\/read\/\d+$/)
      const front = await page.title()
      await page.locator('main h2 a, main h3 a').first().click()
      await expect(page).toHaveURL(/\/\d+\//)
      await expect(page.locator('h1')).toBeFocused()
      await expect(page).not.toHaveTitle(front)
      await counted
      const headline = await page.locator('h1').textContent()
      await page.locator('header nav a, nav a').nth(1).click()
      await expect(page.locator('h1')).not.toHaveText(headline ?? '')
      await expectToPlay(dock)
      /* The document is the one in which the sound began: nothing was loaded anew. */
      expect(await marked.evaluate(kept => kept === document)).toBe(true)
      await page.goBack()
      await expect(page.locator('h1')).toHaveText(headline ?? '')
      await press(dock, words[locale].close)
      await page.goBack()
      await expect(page).toHaveTitle(front)
      await expect(page.locator('h1')).toBeVisible()
      await expect(dock).toHaveCount(0)
    })

    test('an article plays from its own button, which pauses it again', async ({ page, request }) => {
      await page.goto(await pathOf(request, 'article', locale))
      await press(page, words[locale].article)
      const dock = dockOf(page, locale)
      await expectToPlay(dock)
      const headline = (await page.locator('h1').textContent()) ?? ''
      await expect(dock.locator('.dock-title').getByRole('link')).toHaveText(headline)
      await press(page.locator('article'), words[locale].pause)
      await expect(dock).toHaveAttribute('data-playing', 'false')
      await expect(page.getByRole('button', { name: words[locale].article })).toBeVisible()
    })

    /* In the long run every size in both languages. */
    for (const [width, height] of SIZES.filter(size => isLong || size[2] === locale)) {
      test(`the dock and its queue fit a screen of ${width} by ${height}`, async ({ page }) => {
        await page.setViewportSize({ width, height })
        const dock = await listenToHeadlines(page, locale)
        const box = await dock.boundingBox()
        expect(box?.height ?? 0).toBeLessThanOrEqual(width < 768 ? height / 8 : 80)
        await press(dock, words[locale].queue)
        const queue = await dock.getByRole('region').boundingBox()
        expect(queue?.y ?? -1).toBeGreaterThan(0)
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(beyond).toBeLessThanOrEqual(0)
        const controls = dock.getByRole('button')
        for (const control of await controls.all()) {
          if (!(await control.isVisible())) continue
          const { width: wide = 0, height: high = 0 } = (await control.boundingBox()) ?? {}
          expect(
            Math.min(wide, high),
            (await control.getAttribute('aria-label')) ?? '',
          ).toBeGreaterThanOrEqual(24)
        }
      })
    }

    test('the dock has no accessibility violation, closed or with its queue', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const dock = await listenToHeadlines(page, locale)
      await press(dock, words[locale].pause)
      for (const isOpen of [false, true]) {
        if (isOpen) await press(dock, words[locale].queue)
        expect(await violationsByAxe(page, '.dock')).toEqual([])
        expect(await violationsByIbm(page, '.dock')).toEqual([])
      }
    })
  })
}

test('everything works by keyboard: play, steps, speed, queue and close', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('button', { name: words.en.headlines }).focus()
  await page.keyboard.press('Enter')
  const dock = dockOf(page, 'en')
  await expectToPlay(dock)
  const slider = dock.getByRole('slider').last()
  await page.getByRole('main').getByRole('button', { name: words.en.pause, exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: words.en.headlines })).toBeFocused()
  await dock.getByRole('button', { name: words.en.play, exact: true }).press('Enter')
  await expectToPlay(dock)
  await dock.getByRole('button', { name: words.en.pause, exact: true }).press('Space')
  await expect(dock).toHaveAttribute('data-playing', 'false')
  const from = await secondsOf(dock)
  await slider.press('ArrowRight')
  await slider.press('ArrowRight')
  await expect.poll(() => secondsOf(dock)).toBe(from + 2)
  await expect(slider).toHaveAttribute('aria-valuetext', /second.* of .*second/)
  await dock
    .getByRole('button', { name: /^Speed/ })
    .last()
    .press('Enter')
  await expect(dock.getByRole('button', { name: 'Speed 1.25×' }).last()).toBeVisible()
  const queueButton = dock.getByRole('button', { name: words.en.queue, exact: true })
  await queueButton.press('Enter')
  await expect(queueButton).toHaveAttribute('aria-expanded', 'true')
  const third = dock.getByRole('listitem').nth(2)
  await third.getByRole('button').press('Enter')
  await expect(third).toHaveAttribute('aria-current', 'true')
  await expectToPlay(dock)
  await page.keyboard.press('Escape')
  await expect(queueButton).toHaveAttribute('aria-expanded', 'false')
  await expect(queueButton).toBeFocused()
  await dock.getByRole('button', { name: words.en.close }).press('Enter')
  await expect(dock).toHaveCount(0)
  await expect(page.getByRole('button', { name: words.en.headlines })).toBeFocused()
  /* The speed is remembered, the player is not. */
  await page.reload()
  await expect(dock).toHaveCount(0)
  await press(page, words.en.headlines)
  await expect(dock.getByRole('button', { name: 'Speed 1.25×' }).last()).toBeVisible()
})

test('in Arabic the right arrow goes forward too, and the controls run left to right', async ({ page }) => {
  const dock = await listenToHeadlines(page, 'ar')
  await press(dock, words.ar.pause)
  const from = await secondsOf(dock)
  await dock.getByRole('slider').last().press('ArrowRight')
  await expect.poll(() => secondsOf(dock)).toBe(from + 1)
  const [play, next] = [words.ar.play, words.ar.next].map(name =>
    dock.getByRole('button', { name, exact: true }),
  )
  expect((await play?.boundingBox())?.x ?? 0).toBeLessThan((await next?.boundingBox())?.x ?? 0)
  await expect(dock.getByRole('slider').last()).toHaveAttribute('aria-valuetext', / من /)
})

test('a page that is loaded anew shows the player at its place', async ({ page }) => {
  const dock = await listenToHeadlines(page, 'en')
  await press(dock, words.en.next)
  await expectToPlay(dock)
  const headline = await dock.locator('.dock-title a').textContent()
  await press(dock, words.en.pause)
  await expect(dock).toHaveAttribute('data-playing', 'false')
  await page.reload()
  await expect(dock.locator('.dock-title a')).toHaveText(headline ?? '')
  await expect(dock).toHaveAttribute('data-playing', 'false')
  await press(dock, words.en.play)
  await expectToPlay(dock)
})

/* Pages that were shown in the place of another one share its document: nothing but script can bring them back. */
for (const leave of ['close', 'pause'] as const) {
  test(`back shows the right page after ${leave} and a load`, async ({ page }) => {
    const dock = await listenToHeadlines(page, 'en')
    const front = await page.title()
    await page.locator('main h2 a, main h3 a').nth(4).click()
    await expect(page.locator('h1')).toBeFocused()
    const headline = (await page.locator('h1').textContent()) ?? ''
    await press(dock, words.en[leave])
    await page.reload()
    await page.getByRole('contentinfo').getByRole('link', { name: 'Writers' }).click()
    await expect(page.locator('h1')).not.toHaveText(headline)
    await page.goBack()
    await expect(page.locator('h1')).toHaveText(headline)
    await page.goBack()
    await expect(page).toHaveTitle(front)
    await expect(page.getByRole('button', { name: words.en.headlines })).toBeVisible()
    await page.goForward()
    await expect(page.locator('h1')).toHaveText(headline)
  })
}

test('back shows the place on the page that was left, and a part of a page is no other page', async ({
  page,
}) => {
  await listenToHeadlines(page, 'en')
  const link = page.locator('main h2 a, main h3 a').last()
  await link.scrollIntoViewIfNeeded()
  const left = await page.evaluate(() => scrollY)
  expect(left).toBeGreaterThan(400)
  await link.click()
  await expect(page.locator('h1')).toBeFocused()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  const marked = await page.evaluateHandle(() => document)
  await page.keyboard.press('Shift+Tab')
  await page.locator('a[href="#main"]').first().press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.goBack()
  await expect(page).not.toHaveURL(/#/)
  expect(await marked.evaluate(kept => kept === document)).toBe(true)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(left - 50)
})

test('a search made while listening shows what it found, and the sound goes on', async ({ page }) => {
  const dock = await listenToHeadlines(page, 'en')
  await page.goto('/en/search')
  if ((await dock.getAttribute('data-playing')) !== 'true') await press(dock, words.en.play)
  await expectToPlay(dock)
  const marked = await page.evaluateHandle(() => document)
  const box = page.getByRole('combobox', { name: 'Search Arab Press' })
  await box.fill('port')
  await box.press('Enter')
  await expect(page).toHaveURL(/q=port/)
  await expect(page.getByRole('main').locator('h2 a, h3 a').first()).toBeVisible()
  await expect(box).toHaveValue('port')
  expect(await marked.evaluate(kept => kept === document)).toBe(true)
  await expectToPlay(dock)
})

test('a queue closes over the page that it led to', async ({ page }) => {
  const dock = await listenToHeadlines(page, 'en')
  await press(dock, words.en.queue)
  const second = dock.getByRole('listitem').nth(1).getByRole('link')
  const headline = (await second.textContent()) ?? ''
  await second.click()
  await expect(page.locator('h1')).toHaveText(headline)
  await expect(page.locator('h1')).toBeFocused()
  await expect(dock.getByRole('region')).toBeHidden()
  await expect(dock.getByRole('button', { name: words.en.queue, exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
})

test('a pause while the sound is being made holds', async ({ page }) => {
  let give = () => {}
  const given = new Promise<void>(resolve => {
    give = resolve
  })
  await page.route(/\/listen\/en\/\d+\?part=headline/, async route => {
    await given
    await route.continue()
  })
  await page.goto('/en')
  await press(page, words.en.headlines)
  const dock = dockOf(page, 'en')
  await press(dock, words.en.pause)
  await expect(dock).toHaveAttribute('data-playing', 'false')
  const ready = page.waitForResponse(/\/listen\/en\/\d+\?part=headline/)
  give()
  await ready
  await expect(dock).toHaveAttribute('data-state', 'ready', { timeout: 20_000 })
  await expect(dock).toHaveAttribute('data-playing', 'false')
  await expect(clockOf(dock)).toHaveText('0:00')
  await press(dock, words.en.play)
  await expectToPlay(dock)
})

test('a withdrawn article is said to be withdrawn, and offers no other try', async ({ page, request }) => {
  await page.route(/\/listen\/en\/\d+\?part=article/, route => route.fulfill({ status: 410 }))
  await page.goto(await pathOf(request, 'article', 'en'))
  await press(page, words.en.article)
  const dock = dockOf(page, 'en')
  await expect(dock.getByRole('status')).toContainText('withdrawn')
  await expect(dock.getByRole('button', { name: 'Try again' })).toBeHidden()
  await expect(dock.getByRole('button', { name: words.en.play, exact: true })).toBeDisabled()
  await expect(dock.getByRole('button', { name: words.en.next, exact: true })).toBeEnabled()
})

test('a player that cannot be loaded is said in words, and the next press tries again', async ({ page }) => {
  await page.route(/\/enhance\/player/, route => route.abort())
  await page.goto('/en')
  await press(page, words.en.headlines)
  const failed = 'The audio could not be loaded'
  await expect(page.locator('listen-to button').first()).toHaveText(failed)
  await page.unroute(/\/enhance\/player/)
  await press(page, failed)
  await expectToPlay(dockOf(page, 'en'))
})

test('the device is told what plays, and of nothing after the player was closed', async ({ page }) => {
  const told = () =>
    page.evaluate(() => ({
      title: navigator.mediaSession.metadata?.title ?? null,
      artwork: navigator.mediaSession.metadata?.artwork.length ?? 0,
      state: navigator.mediaSession.playbackState,
    }))
  const dock = await listenToHeadlines(page, 'en')
  const headline = await dock.locator('.dock-title a').textContent()
  expect(await told()).toEqual({ title: headline, artwork: 1, state: 'playing' })
  await press(dock, words.en.pause)
  await expect.poll(async () => (await told()).state).toBe('paused')
  await page.locator('main h2 a, main h3 a').first().click()
  await press(dock, words.en.close)
  expect(await told()).toEqual({ title: null, artwork: 0, state: 'none' })
})

test('after the player was closed the focus is on the page', async ({ page }) => {
  const dock = await listenToHeadlines(page, 'en')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Writers' }).click()
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.locator('listen-to')).toHaveCount(0)
  await dock.getByRole('button', { name: words.en.close }).press('Enter')
  await expect(dock).toHaveCount(0)
  await expect(page.locator('main, main *').and(page.locator(':focus'))).toHaveCount(1)
})

test('without the Navigation API links load as ever, and the player goes on or waits', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
  await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }))
  const dock = await listenToHeadlines(page, 'en')
  const headline = await dock.locator('.dock-title a').textContent()
  await page.locator('main h2 a, main h3 a').first().click()
  await expect(page).toHaveURL(/\/\d+\//)
  await expect(dock.locator('.dock-title a')).toHaveText(headline ?? '')
  if ((await dock.getAttribute('data-playing')) !== 'true') await press(dock, words.en.play)
  await expectToPlay(dock)
})

test('a lost connection is said in words, with a button to try again', async ({ page }) => {
  await page.route('**/listen/en/headlines', route => route.abort())
  await page.goto('/en')
  await press(page, words.en.headlines)
  const failed = 'The audio could not be loaded'
  await expect(page.locator('listen-to button').first()).toHaveText(failed)
  await page.unroute('**/listen/en/headlines')
  await page.route(/\/listen\/en\/\d+/, route => route.abort())
  await press(page, failed)
  const dock = dockOf(page, 'en')
  await expect(dock.getByRole('status')).toHaveText(failed)
  await page.unroute(/\/listen\/en\/\d+/)
  await press(dock, 'Try again')
  await expectToPlay(dock)
})

test('one tab speaks at a time', async ({ page, context }) => {
  const dock = await listenToHeadlines(page, 'en')
  const other = await context.newPage()
  const otherDock = await listenToHeadlines(other, 'ar')
  await expect(dock).toHaveAttribute('data-playing', 'false')
  await press(dock, words.en.play)
  await expectToPlay(dock)
  await expect(otherDock).toHaveAttribute('data-playing', 'false')
})

test('without script there is no button that does nothing', async ({ browser, baseURL, request }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  for (const path of ['/ar', await pathOf(request, 'article', 'ar')]) {
    await page.goto(path)
    await expect(page.locator('listen-to').first()).toBeHidden()
  }
  await context.close()
})

test('switching the language is an ordinary load, and the dock speaks the language of the page', async ({
  page,
}) => {
  await listenToHeadlines(page, 'ar')
  const marked = await page.evaluateHandle(() => document)
  await page.getByRole('link', { name: 'English' }).first().click()
  await expect(page).toHaveURL(/\/en/)
  await expect(dockOf(page, 'en')).toBeVisible()
  await expect(marked.evaluate(kept => kept === document)).rejects.toThrow()
})

test('nothing of the player is loaded before somebody presses', async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto('/ar')
  await expect(page.getByRole('button', { name: words.ar.headlines })).toBeVisible()
  expect(asked.filter(path => /player|speech|dock|listen|\.mp3/.test(path))).toEqual([])
})

test.describe('a browser with a voice of its own', () => {
  type Said = { text: string; lang: string; isPressed: boolean }

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const said: Said[] = []
      const voice = { name: 'Majed', lang: 'ar-001', localService: true, default: false, voiceURI: 'majed' }
      class Utterance {
        lang = ''
        rate = 1
        voice = null
        onstart: (() => void) | null = null
        onend: (() => void) | null = null
        onerror: (() => void) | null = null
        constructor(readonly text: string) {}
      }
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        cancel: () => {},
        speak: (utterance: Utterance) => {
          said.push({ text: utterance.text, lang: utterance.lang, isPressed: window.event?.type === 'click' })
          setTimeout(() => utterance.onstart?.(), 10)
          setTimeout(() => utterance.onend?.(), 400)
        },
      })
      Object.defineProperties(window, {
        speechSynthesis: { value: synthesis },
        SpeechSynthesisUtterance: { value: Utterance },
        said: { value: said },
      })
    })
  })

  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: Said[] }).said)

  test('reads by it, in pieces, and only what is in its language', async ({ page, request }) => {
    await page.goto(await pathOf(request, 'article', 'ar'))
    await press(page, words.ar.article)
    const dock = dockOf(page, 'ar')
    await expect(dock.getByRole('status')).toHaveText(words.ar.automated)
    await expect.poll(async () => (await said(page)).length, { timeout: 15_000 }).toBeGreaterThan(3)
    const [touched, ...spoken] = await said(page)
    /* iOS lets no voice speak later that did not within the press. */
    expect(touched).toMatchObject({ text: '', isPressed: true })
    expect(spoken.every(({ text, lang }) => text.length <= 160 && lang === 'ar-001')).toBe(true)
    expect(spoken[0]?.text).toContain((await page.locator('h1').textContent())?.split(' ')[0] ?? '…')
    await press(dock, words.ar.pause)
    await expect(dock).toHaveAttribute('data-playing', 'false')
  })

  test('is not asked to read another language', async ({ page }) => {
    await page.goto('/en')
    await press(page, words.en.headlines)
    await expectToPlay(dockOf(page, 'en'))
    expect(await said(page)).toEqual([])
  })
})

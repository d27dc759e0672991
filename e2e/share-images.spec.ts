/** The pictures that represent shared pages: they must show what a browser would show. */
import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { headlineStyle } from '#domain/distribution/share-images/fit-headline.ts'
import { setText, type TextStyle } from '#domain/distribution/share-images/set-text.ts'
import { loadShareFonts } from '#domain/distribution/share-images/share-fonts.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import { type Ink, inkOfDrawing, inkOfScreenshot, likeness } from './ink.ts'
import { directions, kinds, type LocaleUnderTest, localesUnderTest, pathOf } from './site.ts'

const fontsDir = 'domain/distribution/share-images/fonts'
const SIZE = 64
const WIDTH = 648
/*
 * A quarter of SIZE. The same words in the same lines gave at least 0.92, least where a word space comes from the
 * face of the other script. The same words in another order gave at most 0.6.
 */
const CELL = 16

const headlines = {
  ar: [
    'رئيس الوزراء يعلن: «انخفاض التضخم 12.5%» (رويترز) في 2026 وفق BBC News أمس',
    'شركة Apple Inc. تعلن iPhone 17! (C++)',
    'BBC: عاجل من القاهرة',
    'النتيجة: 3-1 والموسم 2025-2026، ودرجة الحرارة -5',
    'حساب @arab_press على #5G والوسم #وسم و#لبنان_2026 عند -5°C',
    'اتصل على (01) 234 567 أو 00961-1-234567 أو +961 1 234 567',
    'حرب "so-called" وفق World Health Organization (WHO) أمس',
    'الهاتف +٩٦١ ١ ٢٣٤ ٥٦٧ منذ ٢٠١٩-٢٠٢٤',
    'مُحَمَّدٌ وَالأُمَّةُ شُؤُونٌ — پاکستان چاد گوگل ڤيينا لأن لإن لآن الله',
    'كيف أُغلقت شبكات الجيل الخامس أمام مورّد واحد: ست سنوات من المختبر إلى طاولة التفاوض',
  ],
  en: [
    'Ports recover as freight rates fall to their lowest in two years',
    'Șahin Yıldız and Łódź’s “third crane”: 12.5% more – by 2026',
    'Why «عرب برس» prints twice',
    'How readers made «#وسم» a word (5 of them) in 2026',
  ],
} as const

for (const locale of localesUnderTest) {
  for (const headline of headlines[locale]) {
    test(`sets a headline as a browser does: ${headline}`, async ({ page }) => {
      await loadShareFonts(fontsDir)
      const style = headlineStyle(locale, SIZE)
      const shown = await inBrowser(page, headline, locale, style)
      const drawn = inkOfDrawing(await setText(headline, locale, style, WIDTH))
      expect(Math.abs(drawn.height - shown.height), 'lines').toBeLessThan(SIZE / 4)
      expect(likeness(drawn, shown, CELL)).toBeGreaterThan(0.9)
      /* Proves that the comparison can tell two texts apart. */
      const wrong = inkOfDrawing(await setText(shuffled(headline), locale, style, WIDTH))
      expect(likeness(wrong, shown, CELL)).toBeLessThan(0.7)
    })
  }
}

function shuffled(headline: string): string {
  return headline.split(' ').reverse().join(' ')
}

async function inBrowser(page: Page, text: string, locale: LocaleUnderTest, style: TextStyle): Promise<Ink> {
  const faces = style.family.split(', ').map(family => {
    const file = `${fontsDir}/${family.toLowerCase().replaceAll(' ', '-')}.ttf`
    const content = fs.readFileSync(file).toString('base64')
    return `@font-face { font-family: "${family}"; src: url(data:font/ttf;base64,${content}) }`
  })
  const { size, lineHeight, tracking = 0 } = style
  await page.setContent(`<!doctype html><style>${faces.join('\n')}
    p { inline-size: ${WIDTH}px; margin: 0; padding: ${SIZE}px; background: #fff; color: #000;
      font: 400 ${size}px / ${lineHeight} ${style.family.replace(/[^,]+/g, name => `"${name.trim()}"`)};
      letter-spacing: ${tracking}em }</style>
    <p lang="${locale}" dir="${directions[locale]}"></p>`)
  const paragraph = page.locator('p')
  await paragraph.evaluate(
    (element, words) => {
      element.textContent = words
      return document.fonts.ready
    },
    isolatedText(text, locale),
  )
  return inkOfScreenshot(await paragraph.screenshot())
}

/* Pages that nobody shares. */
const withoutPicture = new Set(['missing', 'withdrawn', 'newsletter sent'])

for (const locale of localesUnderTest) {
  test(`every page names a picture of the promised size in ${locale}`, async ({ request }) => {
    test.slow()
    const addresses = new Set<string>()
    for (const kind of kinds.filter(each => !withoutPicture.has(each))) {
      const html = await (await request.get(await pathOf(request, kind, locale))).text()
      const meta = (property: string) =>
        new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? ''
      addresses.add(meta('og:image'))
      expect(meta('og:image:width'), kind).toBe('1200')
      expect(meta('og:image:height'), kind).toBe('630')
      expect(meta('og:image:type'), kind).toBe('image/jpeg')
      expect(meta('og:image:alt'), kind).not.toBe('')
    }
    for (const address of addresses) {
      const answer = await request.get(address)
      expect(answer.status(), address).toBe(200)
      expect(answer.headers()['content-type']).toBe('image/jpeg')
      const body = await answer.body()
      expect(body.length).toBeLessThan(200_000)
      const { format, width, height } = await sharp(body).metadata()
      expect([format, width, height]).toEqual(['jpeg', 1200, 630])
    }
  })
}

test('the picture of a withdrawn story is gone, that of none was never there', async ({ request }) => {
  const id = (await pathOf(request, 'withdrawn', 'ar')).split('/')[3]
  const get = (name: string) => request.get(`/media/${name}`, { maxRedirects: 0 })
  expect((await get(`share-ar-story-${id}-0123456789.jpg`)).status()).toBe(410)
  expect((await get('share-ar-story-999999-0123456789.jpg')).status()).toBe(404)
  const former = await get('share-ar-site-0123456789.jpg')
  expect(former.status()).toBe(307)
  expect(former.headers().location).toMatch(/^\/media\/share-ar-site-/)
})

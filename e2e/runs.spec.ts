/**
 * Runs of the other direction, wherever a text of people is shown: the order of the glyphs on the screen is compared
 * with the order that a reader must see, in Chromium and in Firefox.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { type OwnPortal, startOwnPortal } from './own-portal.ts'
import { browserNames, type Viewer, viewerOf } from './runs/browsers.ts'
import { cases, markedCases, names, searched } from './runs/cases.ts'
import { bodyStory, firstStory, newsroomOfCases } from './runs/newsroom.ts'
import { linesOf, partedRuns, shownOnPage, textOf } from './runs/visible-order.ts'
import { directions, type LocaleUnderTest, localesUnderTest } from './site.ts'

const widths = { phone: [390, 844], desk: [1440, 900] } as const

let portal: OwnPortal

test.beforeAll(async () => {
  test.setTimeout(150_000)
  portal = await startOwnPortal({ PRESS_DEMO: '0' })
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'runs-'))
  writeFiles(dir, newsroomOfCases())
  await portal.press('seed', dir)
  fs.rmSync(dir, { recursive: true })
})
test.afterAll(() => portal?.stop())

for (const name of browserNames) {
  test.describe(`in ${name}`, () => {
    let viewer: Viewer | null
    test.beforeAll(async () => {
      viewer = await viewerOf(name)
      if (!viewer)
        console.log(`${name} is not installed, so its runs are not checked; PRESS_FIREFOX may name it`)
    })
    test.afterAll(() => viewer?.close())
    test.beforeEach(() => test.skip(viewer === null, `${name} is not installed`))
    const page = () => viewer as Viewer

    for (const locale of localesUnderTest) {
      for (const [device, [width, height]] of Object.entries(widths)) {
        test(`runs stand in their order on pages in ${locale}, on a ${device}`, async () => {
          test.slow()
          await page().resize(width, height)
          const all = [...cases[locale], ...markedCases[locale].map(([, written]) => written)]
          await page().open(`${portal.origin}/a/${bodyStory[locale]}?l=${locale}`)
          expect(await wrong(page(), all, locale)).toEqual([])
          const places = await placesOf(page(), all)
          for (const kind of ['p', 'li', 'td', 'blockquote', 'figcaption'])
            expect(
              places.some(place => place.includes(kind)),
              kind,
            ).toBe(true)
          for (const address of [
            '',
            '/latest',
            '/latest?page=2',
            '/latest?page=3',
            '/news',
            '/أخبار',
            '/topics',
            '/authors',
          ]) {
            await page().open(`${portal.origin}/${locale}${address}`)
            expect(await wrong(page(), [...all, ...Object.values(names[locale])], locale)).toEqual([])
          }
          for (let index = 0; index < cases[locale].length; index += 6) {
            const written = cases[locale].slice(index, index + 1)
            await page().open(`${portal.origin}/a/${firstStory[locale] + index}?l=${locale}`)
            expect(await wrong(page(), [...written, ...Object.values(names[locale])], locale)).toEqual([])
            const shown = await placesOf(page(), written)
            for (const kind of ['h1', 'p', 'figcaption']) expect(shown.join(), kind).toContain(kind)
          }
        })

        test(`marks of a search part no run in ${locale}, on a ${device}`, async () => {
          await page().resize(width, height)
          for (const [typed, written] of searched[locale]) {
            await page().open(`${portal.origin}/${locale}/search?q=${encodeURIComponent(typed)}`)
            expect(await placesOf(page(), [written]), typed).not.toEqual([])
            expect(await wrong(page(), cases[locale], locale)).toEqual([])
          }
        })
      }

      test(`runs stand in their order in texts without markup in ${locale}`, async ({ request }) => {
        test.slow()
        await page().resize(1440, 900)
        for (const [kind, texts] of Object.entries(await plainTexts(request, locale))) {
          expect(texts.length, kind).toBeGreaterThan(5)
          const lines = texts.map(text => `<p>${escaped(text)}</p>`).join('')
          await page().show(
            `<!doctype html><html lang="${locale}" dir="${directions[locale]}"><body>${lines}`,
          )
          const suffix = kind === 'title' ? ` | ${locale === 'ar' ? 'مثال' : 'Example'}` : ''
          const written = cases[locale].map(text => text + suffix)
          expect((await placesOf(page(), written)).length, kind).toBe(texts.length)
          expect(await wrong(page(), written, locale), kind).toEqual([])
        }
      })

      test(`runs stand in their order in the content of feeds in ${locale}`, async ({ request }) => {
        await page().resize(1440, 900)
        const feed = await (await request.get(`${portal.origin}/${locale}/feed.json`)).json()
        const content = feed.items.find((item: { title: string }) => item.title.includes('all')).content_html
        await page().show(`<!doctype html><html lang="en"><body>${content}`)
        const all = [...cases[locale], ...markedCases[locale].map(([, written]) => written)]
        expect((await placesOf(page(), all)).length).toBeGreaterThan(all.length * 3)
        expect(await wrong(page(), all, locale)).toEqual([])
      })
    }
  })
}

/* The places where a text is seen in another order than it should be, or with its runs set apart. */
async function wrong(viewer: Viewer, written: readonly string[], locale: LocaleUnderTest): Promise<string[]> {
  const parted = await viewer.run(partedRuns, undefined)
  if (parted.length > 0) return parted
  const beyond = await viewer.run(() => document.documentElement.scrollWidth - innerWidth, undefined)
  if (beyond > 0) return [`${beyond} pixels are beyond the edge`]
  const byText = new Map(written.map(text => [textOf(text), text]))
  const shown = await viewer.run(shownOnPage, [...byText.keys()])
  return shown.flatMap(({ text, place, glyphs }) => {
    const { seen, right } = linesOf(byText.get(text) ?? '', directions[locale], glyphs)
    return seen.join('\n') === right.join('\n')
      ? []
      : `${place}: ${text}\nseen  ${seen.join(' / ')}\nright ${right.join(' / ')}`
  })
}

async function placesOf(viewer: Viewer, written: readonly string[]): Promise<string[]> {
  return (await viewer.run(shownOnPage, written.map(textOf))).map(({ place }) => place)
}

async function plainTexts(request: APIRequestContext, locale: LocaleUnderTest) {
  const get = async (address: string) => (await request.get(portal.origin + address)).text()
  const found: Record<string, string[]> = { title: [], 'og:title': [], description: [], 'JSON-LD': [] }
  for (const index of cases[locale].keys()) {
    const html = await get(`/a/${firstStory[locale] + index}?l=${locale}`)
    const take = (kind: string, pattern: RegExp) =>
      found[kind]?.push(unescaped(pattern.exec(html)?.[1] ?? ''))
    take('title', /<title>([^<]*)</)
    take('og:title', /<meta property="og:title" content="([^"]*)"/)
    take('description', /<meta name="description" content="([^"]*)"/)
    const graph = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
    found['JSON-LD']?.push(...graph['@graph'].flatMap((thing: { headline?: string }) => thing.headline ?? []))
  }
  const ours = new Set(cases[locale].map(textOf))
  const ofCases = (texts: string[]) =>
    texts.map(unescaped).filter(text => ours.has(text.replace(/\p{Cf}/gu, '')))
  const every = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] ?? '')
  const inItems = (feed: string) => feed.slice(Math.max(feed.indexOf('<item>'), feed.indexOf('<entry>')))
  const json = JSON.parse(await get(`/${locale}/feed.json`))
  const sitemaps = every(await get('/sitemap.xml'), /<loc>([^<]*news[^<]*)</g)
  const news = await Promise.all(sitemaps.map(address => get(new URL(address).pathname)))
  return {
    ...found,
    RSS: ofCases(every(inItems(await get(`/${locale}/feed.xml`)), /<title>([^<]*)</g)),
    Atom: ofCases(every(inItems(await get(`/${locale}/feed.atom`)), /<title[^>]*>([^<]*)</g)),
    'JSON Feed': ofCases(json.items.map((item: { title: string }) => item.title)),
    summaries: ofCases(json.items.map((item: { summary: string }) => item.summary)),
    'news sitemap': ofCases(news.flatMap(text => every(text, /<news:title>([^<]*)</g))),
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function unescaped(text = ''): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:39|x27);|&apos;/g, "'")
    .replaceAll('&amp;', '&')
}

import fs from 'node:fs'
import path from 'node:path'
import type { Readability as Reader } from '@mozilla/readability'
import { expect, test } from '@playwright/test'
import { localesUnderTest } from './site.ts'

/* Firefox's reader view is made with it, and other reader modes descend from it. */
const readability = fs.readFileSync(
  path.join(import.meta.dirname, '../node_modules/@mozilla/readability/Readability.js'),
  'utf8',
)

for (const locale of localesUnderTest) {
  test(`reader modes keep standfirst, lead picture and text of every article in ${locale}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/latest`)
    await page.evaluate(readability)
    const lost = await page.evaluate(async language => {
      const read = async (address: string) =>
        new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
      const articles = new Set<string>()
      for (let number = 1; ; number++) {
        const list = await read(`/${language}/latest?page=${number}`)
        const found = [...list.querySelectorAll<HTMLAnchorElement>('main article a')].map(link =>
          link.getAttribute('href'),
        )
        if (found.length === 0) break
        for (const href of found) if (/^\/\w\w\/[^/]+\/\d+\//.test(href ?? '')) articles.add(href ?? '')
      }
      if (articles.size < 20) return [`only ${articles.size} articles`]
      const { Readability } = globalThis as unknown as { Readability: typeof Reader }
      const missing: string[] = []
      const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
      for (const address of articles) {
        const original = await read(address)
        const article = original.querySelector('main article')
        const wanted = {
          standfirst: words(article?.querySelector('h1 ~ * p')?.textContent),
          picture: article?.querySelector('a[data-photo] img')?.getAttribute('src'),
          texts: [
            ...(article?.querySelectorAll(
              '[data-part="text"] > div > p, [data-part="text"] > div > ul > li',
            ) ?? []),
          ]
            .filter(element => words(element.textContent).length > 25)
            .map(element => words(element.textContent)),
        }
        const others = [...original.querySelectorAll('main aside a, main nav a')].map(link =>
          words(link.textContent),
        )
        const kept = new DOMParser().parseFromString(
          new Readability(original).parse()?.content ?? '',
          'text/html',
        )
        const keptWords = words(kept.body.textContent)
        if (wanted.standfirst && !keptWords.includes(wanted.standfirst))
          missing.push(`${decodeURI(address)} standfirst`)
        const sources = [...kept.images].map(image => image.getAttribute('src') ?? '')
        if (wanted.picture && !sources.some(source => source.endsWith(wanted.picture ?? '?')))
          missing.push(`${decodeURI(address)} picture`)
        for (const text of wanted.texts)
          if (!keptWords.includes(text)) missing.push(`${decodeURI(address)} ${text.slice(0, 40)}`)
        for (const link of others)
          if (link.length > 25 && keptWords.includes(link)) missing.push(`${decodeURI(address)} has ${link}`)
      }
      return missing
    }, locale)
    expect(lost).toEqual([])
  })
}

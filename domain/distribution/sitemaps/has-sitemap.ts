import { rangesWithSomething } from '#db/queries/sitemap-lists.ts'
import { articleCounts } from '#db/queries/sitemaps.ts'
import { startOfDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import { MAX_URLS } from './sitemap-files.ts'
import { parseSitemapFile } from './sitemap-name.ts'

/** Whether a language has a sitemap of this file name. It costs a look into an index, where making it costs a drawing. */
export async function hasSitemap(locale: Locale, file: string, now = new Date()): Promise<boolean> {
  const name = parseSitemapFile(file)
  if (name === null) return false
  switch (name.kind) {
    case 'pages':
    case 'news':
      return true
    case 'topics':
    case 'authors': {
      const kind = name.kind === 'topics' ? 'topic' : 'author'
      return (await rangesWithSomething(kind, locale, MAX_URLS, now)).includes(name.part)
    }
    case 'month': {
      const { year, month, part } = name
      const [count = 0] = await articleCounts(
        locale,
        [startOfDay(year, month, 1), startOfDay(year, month + 1, 1)],
        now,
      )
      return count > (part - 1) * MAX_URLS
    }
  }
}

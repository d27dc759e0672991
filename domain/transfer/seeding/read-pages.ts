import { localeList } from '#i18n/locales.ts'
import type { FolderReading } from './folder-reading.ts'
import { pageFormat } from './formats.ts'
import type { SeedPage } from './seed-content.ts'
import { SeedSlugs } from './seed-slugs.ts'

/** The order of the usual pages in the footer; others follow. */
const PAGE_ORDER = ['about', 'contact', 'corrections', 'privacy', 'accessibility']

/** Reads the standing pages in all their languages. */
export async function readPages(reading: FolderReading): Promise<SeedPage[]> {
  const pages: SeedPage[] = []
  const slugs = new SeedSlugs()
  for (const folder of await reading.names('pages', 'folders')) {
    const names = await reading.names(`pages/${folder}`, 'files')
    for (const locale of localeList.filter(each => names.includes(`${each}.md`))) {
      const page = await reading.markdownFile(`pages/${folder}/${locale}.md`, pageFormat, 'region')
      if (!page) continue
      const { fields, source, text } = page
      const { key = folder, title, status, updated = null } = fields
      const known = PAGE_ORDER.indexOf(key)
      const position = fields.position ?? (known < 0 ? PAGE_ORDER.length : known)
      const slug = slugs.of(source, [], locale, key, fields.slug, title)
      pages.push({ key, locale, title, slug, status, updated, position, text })
    }
  }
  return pages
}

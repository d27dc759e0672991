import fs from 'node:fs/promises'
import path from 'node:path'
import { freeSlug, slugify } from '#addresses/slug.ts'
import type { Reader } from '#db/open.ts'
import { type CatalogueContent, storyAddresses, storyKeys } from '#db/queries/newsroom-content.ts'
import type { Glaze } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { ExportedFiles } from './export-media.ts'
import { StoryLinks } from './export-text.ts'

/** Shared by the parts of an export. */
export type ExportState = {
  files: ExportedFiles
  links: Record<Locale, StoryLinks>
  storyKey: (storyId: number) => string
  storyIds: ReadonlySet<number>
  sections: Map<number, { key: string; glaze: Glaze }>
  topics: Map<number, string>
  authors: Map<number, string>
  write: (file: string, text: string) => Promise<void>
  notes: string[]
}

/** Looks up the keys and addresses that every part of an export needs. */
export async function prepareExport(
  db: Reader,
  catalogue: CatalogueContent,
  dir: string,
  dataDir: string,
): Promise<ExportState> {
  const keys = await storyKeysOf(db)
  const storyKey = (storyId: number) => keys.get(storyId) ?? `story-${storyId}`
  const addresses = await storyAddresses(db)
  const linksFrom = (locale: Locale) => new StoryLinks(addresses, storyKey, locale)
  return {
    files: new ExportedFiles(db, dataDir, dir),
    links: { ar: linksFrom('ar'), en: linksFrom('en') },
    storyKey,
    storyIds: new Set(keys.keys()),
    sections: new Map(catalogue.sections.map(({ id, key, glaze }) => [id, { key, glaze }])),
    topics: new Map(catalogue.topics.map(({ id, key }) => [id, key])),
    authors: new Map(catalogue.authors.map(({ id, key }) => [id, key])),
    notes: [],
    write: async (file, text) => {
      await fs.mkdir(path.dirname(path.join(dir, file)), { recursive: true })
      await fs.writeFile(path.join(dir, file), text)
    },
  }
}

/* The key of the folder from which a story was seeded; other stories get one from their headline. */
async function storyKeysOf(db: Reader): Promise<Map<number, string>> {
  const keys = new Map<number, string>()
  const taken = new Set<string>()
  const take = (storyId: number, preferred: string) => {
    if (keys.has(storyId)) return
    const key = freeSlug(preferred, taken)
    taken.add(key)
    keys.set(storyId, key)
  }
  for (const { storyId, key, origin } of await storyKeys(db))
    if (origin.startsWith('seed:')) take(storyId, key)
  const articles = [...(await storyAddresses(db))].sort(
    (a, b) => a.storyId - b.storyId || (a.locale === 'en' ? -1 : 1),
  )
  for (const { storyId, headline } of articles) take(storyId, slugify(headline) || `story-${storyId}`)
  return keys
}

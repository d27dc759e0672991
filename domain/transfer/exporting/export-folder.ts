import fs from 'node:fs/promises'
import path from 'node:path'
import { freeSlug, slugify } from '#addresses/slug.ts'
import { makeFolder } from '#db/data-folder.ts'
import { openDatabase, type Reader } from '#db/open.ts'
import {
  type CatalogueContent,
  catalogueContent,
  storiesAfter,
  storyAddresses,
  storyKeys,
} from '#db/queries/newsroom-content.ts'
import type { Glaze } from '#db/shapes.ts'
import { NEWSROOM_FACT } from '#domain/transfer/seeding/standing.ts'
import type { Locale } from '#i18n/locales.ts'
import { ExportedFiles } from './export-media.ts'
import { exportRedirects } from './export-redirects.ts'
import { exportStory } from './export-story.ts'
import { given, StoryLinks, textOf, yamlText } from './export-text.ts'

export type ExportReport = {
  stories: number
  articles: number
  pages: number
  /** Old addresses that lead to something. */
  redirects: number
  files: number
  notes: string[]
}

/** What the parts of an export share. */
export type Export = {
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

const BATCH = 100

/** Writes the newsroom as a folder that `seedFolder` takes. The same newsroom gives the same files, byte for byte. */
export async function exportFolder(options: {
  dir: string
  dataDir: string
  progress?: (done: number, total: number) => void
}): Promise<ExportReport> {
  const { dir, dataDir, progress = () => {} } = options
  makeFolder(path.resolve(dir))
  const db = openDatabase(dataDir).reader
  const catalogue = await catalogueContent(db)
  const state = await prepared(db, catalogue, path.resolve(dir), dataDir)
  await exportCatalogue(catalogue, state)
  await exportPages(catalogue, state)
  let [stories, articles, last] = [0, 0, 0]
  for (;;) {
    const batch = await storiesAfter(db, last, BATCH)
    if (batch.stories.length === 0) break
    for (const story of batch.stories) articles += await exportStory(story, batch, state)
    last = batch.stories.at(-1)?.id ?? last
    stories += batch.stories.length
    progress(stories, state.storyIds.size)
  }
  for (const { locale, storyId } of catalogue.breaking) {
    if (storyId === null) state.notes.push(`breaking news (${locale}): leads to no story; it is not written`)
  }
  const redirects = await exportRedirects(db, catalogue, state)
  const notes = [...state.notes, ...state.files.missing]
  return { stories, articles, pages: catalogue.pages.length, redirects, files: state.files.written, notes }
}

async function prepared(
  db: Reader,
  catalogue: CatalogueContent,
  dir: string,
  dataDir: string,
): Promise<Export> {
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

/* The key of the folder a story came from; for the others, its headline makes one. */
async function storyKeysOf(db: Reader): Promise<Map<number, string>> {
  const keys = new Map<number, string>()
  const taken = new Set<string>()
  const take = (storyId: number, wanted: string) => {
    if (keys.has(storyId)) return
    const key = freeSlug(wanted, taken)
    taken.add(key)
    keys.set(storyId, key)
  }
  for (const { storyId, key, origin } of await storyKeys(db))
    if (origin.startsWith('seed:')) take(storyId, key)
  const told = [...(await storyAddresses(db))].sort(
    (a, b) => a.storyId - b.storyId || (a.locale === 'en' ? -1 : 1),
  )
  for (const { storyId, headline } of told) take(storyId, slugify(headline) || `story-${storyId}`)
  return keys
}

async function exportCatalogue(catalogue: CatalogueContent, state: Export): Promise<void> {
  const { sections, topics, authors, sectionTexts, topicTexts, authorTexts } = catalogue
  const texts = <Row extends { locale: Locale }>(
    rows: Row[],
    fields: (row: Row) => Record<string, unknown>,
  ) => Object.fromEntries(rows.map(row => [row.locale, given(fields(row))]))
  const named = ({
    name,
    slug,
    description,
  }: (typeof sectionTexts)[number] | (typeof topicTexts)[number]) => ({
    name,
    slug,
    description,
  })
  await state.write(
    'sections.yaml',
    yamlText(
      sections.map(({ id, key, glaze }) => ({
        key,
        glaze,
        ...texts(
          sectionTexts.filter(row => row.sectionId === id),
          named,
        ),
      })),
    ),
  )
  await state.write(
    'topics.yaml',
    yamlText(
      topics.map(({ id, key }) => ({
        key,
        ...texts(
          topicTexts.filter(row => row.topicId === id),
          named,
        ),
      })),
    ),
  )
  await state.files.prepare(authors.map(author => author.portraitId))
  const people: unknown[] = []
  for (const { id, key, portraitId } of authors) {
    const own = authorTexts.filter(row => row.authorId === id)
    people.push({
      key,
      portrait: await portraitOf(portraitId, state),
      ...texts(own, ({ name, slug, role, bio }) => ({ name, slug, role, bio })),
    })
  }
  await state.write('authors.yaml', yamlText(people))
  await state.write('newsroom.yaml', yamlText(newsroomOf(catalogue, state)))
}

async function portraitOf(id: number | null, { files }: Export): Promise<unknown> {
  if (id === null) return 'none'
  const art = files.portraitOf(id)
  return art ? { art } : files.file(id, '.')
}

function newsroomOf({ site, facts, front, breaking }: CatalogueContent, { storyKey }: Export) {
  const fact = (key: string) => facts.find(row => row.key === key)?.value
  const names = (locale: Locale) => {
    const {
      name = 'Arab Press',
      tagline = '',
      description = '',
    } = site.find(row => row.locale === locale) ?? {}
    return given({ name, tagline, description })
  }
  const places = (locale: Locale) => {
    const of = (place: string) =>
      front.filter(row => row.locale === locale && row.place === place).map(row => storyKey(row.storyId))
    return given({ lead: of('lead')[0], second: of('second'), feature: of('feature')[0] })
  }
  const strips = breaking.flatMap(({ locale, text, storyId, at, until }) =>
    storyId === null
      ? []
      : [
          [
            locale,
            given({ story: storyKey(storyId), at: at.toISOString(), until: until?.toISOString(), text }),
          ],
        ],
  )
  return given({
    key: fact(NEWSROOM_FACT),
    contact: given({ email: fact('contact.email'), phone: fact('contact.phone') }),
    ar: names('ar'),
    en: names('en'),
    breaking: Object.fromEntries(strips),
    front: given({ ar: places('ar'), en: places('en') }),
  })
}

async function exportPages({ pages }: CatalogueContent, state: Export): Promise<void> {
  const folders = new Map<string, string>()
  const taken = new Set<string>()
  for (const { key, locale, title, slug, status, position, updatedAt, body } of pages) {
    /* Keys that an import made may be addresses, which no folder can be named after. */
    const name = folders.get(key) ?? freeSlug(/^[\p{L}\p{N}\p{M}_-]+$/u.test(key) ? key : slug, taken)
    folders.set(key, name)
    taken.add(name)
    const matter = {
      ...(name === key ? {} : { key }),
      ...{ title, slug },
      ...(status === 'draft' ? { status } : {}),
      ...{ position, updated: updatedAt.toISOString() },
    }
    const markdown = await textOf(body, `pages/${name}`, state.files, state.links[locale])
    await state.write(`pages/${name}/${locale}.md`, `---\n${yamlText(matter)}---\n${markdown}`)
  }
}

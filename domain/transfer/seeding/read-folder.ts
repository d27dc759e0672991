import fs from 'node:fs/promises'
import path from 'node:path'
import { reservedSegments } from '#addresses/paths.ts'
import { cleanSlug, slugify } from '#addresses/slug.ts'
import { glazeNames } from '#domain/media/art/glazes.ts'
import { localeList } from '#i18n/locales.ts'
import { FolderReading } from './folder-reading.ts'
import { authorsFormat, newsroomFormat, pageFormat, sectionsFormat, topicsFormat } from './formats.ts'
import { readRedirects } from './read-redirects.ts'
import { MEDIA_FILES, readStory } from './read-story.ts'
import type {
  SeedAuthor,
  SeedContent,
  SeedNewsroom,
  SeedPage,
  SeedSection,
  SeedStory,
  SeedTopic,
} from './seed-content.ts'
import { seedError } from './seed-mistake.ts'
import type { YamlSource } from './yaml-source.ts'

/** Roots of other pages that a section's slug would hide. */
const RESERVED = new Set<string>([...reservedSegments, 'archive', 'authors'])

/**
 * Reads a whole folder. Its media are named but not loaded yet.
 * @throws `seeding.mistakes` when there is no such folder
 */
export async function readFolder(
  dir: string,
): Promise<{ content: SeedContent | null; reading: FolderReading }> {
  const reading = new FolderReading(path.resolve(dir))
  const stat = await fs.stat(reading.dir).catch(() => null)
  if (!stat?.isDirectory()) {
    throw seedError([{ file: dir, line: null, field: null, message: 'there is no such folder' }])
  }
  for (const key of await reading.names('stories', 'folders')) reading.stories.add(key)
  const sections = await readSections(reading)
  const topics = await readTopics(reading)
  const authors = await readAuthors(reading)
  const newsroom = await readNewsroom(reading)
  const pages = await readPages(reading)
  const stories: SeedStory[] = []
  for (const key of reading.stories) {
    const story = await readStory(key, reading)
    if (story) stories.push(story)
  }
  const redirects = await readRedirects(reading, pages)
  await refuseStrangers(reading)
  const content = newsroom && { newsroom, sections, topics, authors, pages, stories, redirects }
  return { content, reading }
}

const FILES = new Set(['newsroom.yaml', 'sections.yaml', 'topics.yaml', 'authors.yaml', 'redirects.yaml'])
const FOLDERS = new Set(['pages', 'stories'])
/* A folder may say in its own words what it is. */
const NOTES = /^(readme|license|copying|changelog)(\.(md|txt))?$/i

/* A name that nothing reads is usually a slip of one that would be. */
async function refuseStrangers(reading: FolderReading): Promise<void> {
  const strange = async (folder: string, kind: 'files' | 'folders', isOurs: (name: string) => boolean) =>
    (await reading.names(folder, kind)).filter(name => !isOurs(name))
  const isFile = (name: string) => FILES.has(name) || MEDIA_FILES.test(name) || NOTES.test(name)
  const atRoot = [
    ...(await strange('.', 'files', isFile)),
    ...(await strange('.', 'folders', name => FOLDERS.has(name))),
  ]
  for (const name of atRoot) {
    const expected = [...FILES, 'pages/', 'stories/'].join(', ')
    reading.mistake(name, null, `has no place here; expected ${expected} and portraits`)
  }
  for (const folder of FOLDERS) {
    for (const name of await strange(folder, 'files', each => NOTES.test(each))) {
      reading.mistake(
        `${folder}/${name}`,
        null,
        `has no place here; expected a folder for each of the ${folder}`,
      )
    }
  }
}

/* A slug that is not given is made of the name; each may stand once in a language. */
class Slugs {
  private readonly owners = new Map<string, string>()

  constructor(private readonly reserved: ReadonlySet<string> = new Set()) {}

  of(
    source: YamlSource,
    at: PropertyKey[],
    locale: string,
    key: string,
    given: string | undefined,
    name: string,
  ): string {
    const slug = cleanSlug(given ?? '') || slugify(name) || key
    const field = [...at, given === undefined ? 'name' : 'slug']
    const owner = this.owners.get(`${locale} ${slug}`)
    if (owner) source.mistake(field, `the slug "${slug}" is that of "${owner}" already; expected another`)
    if (this.reserved.has(slug)) source.mistake(field, `the slug "${slug}" is reserved; expected another`)
    this.owners.set(`${locale} ${slug}`, key)
    return slug
  }
}

function refuseTwinKeys(source: YamlSource, list: { key: string }[]): void {
  const seen = new Set<string>()
  list.forEach(({ key }, index) => {
    if (seen.has(key)) source.mistake([index, 'key'], `"${key}" stands twice; expected each key once`)
    seen.add(key)
  })
}

async function readSections(reading: FolderReading): Promise<SeedSection[]> {
  const source = await reading.yaml('sections.yaml')
  const list = source?.read(sectionsFormat)
  if (!source || !list) {
    reading.unread.add('sections.yaml')
    return []
  }
  refuseTwinKeys(source, list)
  const slugs = new Slugs(RESERVED)
  return list.map(({ key, glaze, ...texts }, position) => {
    reading.sections.set(key, { glaze, languages: new Set(localeList.filter(locale => texts[locale])) })
    return { key, glaze, position, texts: withSlugs(source, position, key, texts, slugs) }
  })
}

async function readTopics(reading: FolderReading): Promise<SeedTopic[]> {
  const source = await reading.yaml('topics.yaml')
  const list = source?.read(topicsFormat)
  if (!source || !list) {
    reading.unread.add('topics.yaml')
    return []
  }
  refuseTwinKeys(source, list)
  const slugs = new Slugs()
  return list.map(({ key, ...texts }, index) => {
    reading.topics.add(key)
    return { key, texts: withSlugs(source, index, key, texts, slugs) }
  })
}

async function readAuthors(reading: FolderReading): Promise<SeedAuthor[]> {
  const source = await reading.yaml('authors.yaml')
  const list = source?.read(authorsFormat)
  if (!source || !list) {
    reading.unread.add('authors.yaml')
    return []
  }
  refuseTwinKeys(source, list)
  const slugs = new Slugs()
  return list.map(({ key, portrait, ...texts }, index) => {
    reading.authors.add(key)
    const glaze = glazeNames[index % glazeNames.length] ?? 'region'
    const drawn = typeof portrait === 'object' ? portrait.art : {}
    const media = () => {
      if (portrait === 'none') return null
      if (typeof portrait !== 'string')
        return reading.media.portrait({ seed: key, glaze, variant: index, ...drawn })
      return reading.fileBeside('authors.yaml', portrait, message =>
        source.mistake([index, 'portrait'], message),
      )
    }
    return { key, portrait: media(), texts: withSlugs(source, index, key, texts, slugs) }
  })
}

function withSlugs<Fields extends { name: string; slug?: string }>(
  source: YamlSource,
  index: number,
  key: string,
  texts: { ar?: Fields; en?: Fields },
  slugs: Slugs,
): { ar?: Fields & { slug: string }; en?: Fields & { slug: string } } {
  const entries = localeList.flatMap(locale => {
    const fields = texts[locale]
    if (!fields) return []
    return [
      [locale, { ...fields, slug: slugs.of(source, [index, locale], locale, key, fields.slug, fields.name) }],
    ]
  })
  return Object.fromEntries(entries)
}

async function readNewsroom(reading: FolderReading): Promise<SeedNewsroom | null> {
  const source = await reading.yaml('newsroom.yaml')
  const fields = source?.read(newsroomFormat(source.raw()))
  if (!source || !fields) return null
  const { key = path.basename(reading.dir), contact, ar, en, front = null, breaking = null } = fields
  const known = (story: string | undefined, at: PropertyKey[]) => {
    if (story !== undefined && !reading.stories.has(story)) source.mistake(at, `there is no stories/${story}`)
  }
  /* Given for both languages, a mistake would be told twice. */
  const isEach = (name: string) => {
    const raw = (source.raw() as Record<string, object>)[name] ?? {}
    return 'ar' in raw || 'en' in raw
  }
  for (const locale of isEach('front') ? localeList : (['ar'] as const)) {
    const at = isEach('front') ? ['front', locale] : ['front']
    const places = front?.[locale]
    known(places?.lead, [...at, 'lead'])
    known(places?.feature, [...at, 'feature'])
    places?.second?.forEach((story, index) => {
      known(story, [...at, 'second', index])
    })
  }
  for (const locale of isEach('breaking') ? localeList : (['ar'] as const)) {
    known(
      breaking?.[locale]?.story,
      isEach('breaking') ? ['breaking', locale, 'story'] : ['breaking', 'story'],
    )
  }
  return { key, contact, names: { ar, en }, front, breaking }
}

/** Where the pages that every newspaper owes stand at its foot; others follow. */
const PAGE_ORDER = ['about', 'contact', 'corrections', 'privacy', 'accessibility']

async function readPages(reading: FolderReading): Promise<SeedPage[]> {
  const pages: SeedPage[] = []
  const slugs = new Slugs()
  for (const folder of await reading.names('pages', 'folders')) {
    const names = await reading.names(`pages/${folder}`, 'files')
    for (const locale of localeList.filter(each => names.includes(`${each}.md`))) {
      const telling = await reading.telling(`pages/${folder}/${locale}.md`, pageFormat, 'region')
      if (!telling) continue
      const { fields, source, text } = telling
      const { key = folder, title, status, updated = null } = fields
      const known = PAGE_ORDER.indexOf(key)
      const position = fields.position ?? (known < 0 ? PAGE_ORDER.length : known)
      const slug = slugs.of(source, [], locale, key, fields.slug, title)
      pages.push({ key, locale, title, slug, status, updated, position, text })
    }
  }
  return pages
}

import { reservedSegments } from '#addresses/paths.ts'
import { glazeNames } from '#domain/media/art/glazes.ts'
import { localeList } from '#i18n/locales.ts'
import type { FolderReading } from './folder-reading.ts'
import { authorsFormat, sectionsFormat, topicsFormat } from './formats.ts'
import type { SeedAuthor, SeedSection, SeedTopic } from './seed-content.ts'
import { SeedSlugs } from './seed-slugs.ts'
import type { YamlSource } from './yaml-source.ts'

/** Paths of other pages that a section with this slug would hide. */
const RESERVED = new Set<string>([...reservedSegments, 'archive', 'authors'])

export async function readSections(reading: FolderReading): Promise<SeedSection[]> {
  const source = await reading.yaml('sections.yaml')
  const list = source?.read(sectionsFormat)
  if (!source || !list) {
    reading.unread.add('sections.yaml')
    return []
  }
  refuseDuplicateKeys(source, list)
  const slugs = new SeedSlugs(RESERVED)
  return list.map(({ key, glaze, ...texts }, position) => {
    reading.sections.set(key, { glaze, languages: new Set(localeList.filter(locale => texts[locale])) })
    return { key, glaze, position, texts: withSlugs(source, position, key, texts, slugs) }
  })
}

export async function readTopics(reading: FolderReading): Promise<SeedTopic[]> {
  const source = await reading.yaml('topics.yaml')
  const list = source?.read(topicsFormat)
  if (!source || !list) {
    reading.unread.add('topics.yaml')
    return []
  }
  refuseDuplicateKeys(source, list)
  const slugs = new SeedSlugs()
  return list.map(({ key, ...texts }, index) => {
    reading.topics.add(key)
    return { key, texts: withSlugs(source, index, key, texts, slugs) }
  })
}

export async function readAuthors(reading: FolderReading): Promise<SeedAuthor[]> {
  const source = await reading.yaml('authors.yaml')
  const list = source?.read(authorsFormat)
  if (!source || !list) {
    reading.unread.add('authors.yaml')
    return []
  }
  refuseDuplicateKeys(source, list)
  const slugs = new SeedSlugs()
  return list.map(({ key, portrait, ...texts }, index) => {
    reading.authors.add(key)
    const glaze = glazeNames[index % glazeNames.length] ?? 'region'
    const art = typeof portrait === 'object' ? portrait.art : {}
    const media = () => {
      if (portrait === 'none') return null
      if (typeof portrait !== 'string')
        return reading.media.portrait({ seed: key, glaze, variant: index, ...art })
      return reading.fileBeside('authors.yaml', portrait, message =>
        source.mistake([index, 'portrait'], message),
      )
    }
    return { key, portrait: media(), texts: withSlugs(source, index, key, texts, slugs) }
  })
}

function refuseDuplicateKeys(source: YamlSource, list: { key: string }[]): void {
  const seen = new Set<string>()
  list.forEach(({ key }, index) => {
    if (seen.has(key)) source.mistake([index, 'key'], `"${key}" stands twice; expected each key once`)
    seen.add(key)
  })
}

function withSlugs<Fields extends { name: string; slug?: string }>(
  source: YamlSource,
  index: number,
  key: string,
  texts: { ar?: Fields; en?: Fields },
  slugs: SeedSlugs,
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

import path from 'node:path'
import { localeList } from '#i18n/locales.ts'
import type { FolderReading } from './folder-reading.ts'
import { newsroomFormat } from './formats.ts'
import type { SeedNewsroom } from './seed-content.ts'

/** Reads newsroom.yaml. It refers to stories, so their keys must have been collected before. */
export async function readNewsroom(reading: FolderReading): Promise<SeedNewsroom | null> {
  const source = await reading.yaml('newsroom.yaml')
  const fields = source?.read(newsroomFormat(source.raw()))
  if (!source || !fields) return null
  const {
    key = path.basename(reading.dir),
    contact,
    ar,
    en,
    front = null,
    breaking = null,
    newsletter = null,
  } = fields
  const known = (story: string | undefined, at: PropertyKey[]) => {
    if (story !== undefined && !reading.stories.has(story)) source.mistake(at, `there is no stories/${story}`)
  }
  /* A value for both languages is checked once, so that its mistake is not reported twice. */
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
  return { key, contact, names: { ar, en }, front, breaking, newsletter }
}

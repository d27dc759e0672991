import path from 'node:path'
import { localeList } from '#i18n/locales.ts'
import type { FolderReading } from './folder-reading.ts'
import { newsroomFormat } from './formats.ts'
import type { SeedNewsroom } from './seed-content.ts'

/** Reads newsroom.yaml. The stories that its front and its breaking news name are known by now. */
export async function readNewsroom(reading: FolderReading): Promise<SeedNewsroom | null> {
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

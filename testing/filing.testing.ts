import { slugify } from '#addresses/slug.ts'
import type { PageFields } from '#db/queries/writing/catalogue.ts'
import type { NewMedia } from '#db/queries/writing/media.ts'
import type { Glaze } from '#db/shapes.ts'
import { saveAuthor } from '#domain/editorial/filing/save-author.ts'
import { type MediaDraft, saveMedia } from '#domain/editorial/filing/save-media.ts'
import { savePage } from '#domain/editorial/filing/save-page.ts'
import { saveSection } from '#domain/editorial/filing/save-section.ts'
import { saveTopic } from '#domain/editorial/filing/save-topic.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { desk } from './actors.testing.ts'
import { aBody } from './body.testing.ts'

/** A name in each language, whose slug is made from it; null: none in that language. */
type Names = { ar?: string | null; en?: string | null }

function inLanguages<Fields>(names: Record<Locale, string | null>, more: Fields) {
  const texts: Partial<Record<Locale, { name: string; slug: string } & Fields>> = {}
  for (const locale of localeList) {
    const name = names[locale]
    if (name !== null) texts[locale] = { name, slug: slugify(name), ...more }
  }
  return texts
}

type SectionWish = Names & { key?: string; glaze?: Glaze; position?: number; description?: string }

/** A section, and its id: Economy, in both languages, when nothing else is said. */
export function aSection(wish: SectionWish = {}): Promise<number> {
  const { key = 'economy', glaze = 'economy', position = 0, description = '' } = wish
  const { ar = 'اقتصاد', en = 'Economy' } = wish
  return saveSection(desk, { key, glaze, position, texts: inLanguages({ ar, en }, { description }) })
}

/** A topic, and its id: Ports, in both languages, when nothing else is said. */
export function aTopic(wish: Names & { key?: string; description?: string } = {}): Promise<number> {
  const { key = 'ports', ar = 'مرافئ', en = 'Ports', description = '' } = wish
  return saveTopic(desk, { key, texts: inLanguages({ ar, en }, { description }) })
}

type AuthorWish = Names & { key?: string; portraitId?: number | null; role?: string; bio?: string }

/** An author, and their id: Rana, in both languages, when nothing else is said. */
export function anAuthor(wish: AuthorWish = {}): Promise<number> {
  const { key = 'rana', portraitId = null, ar = 'رنا', en = 'Rana', role = '', bio = '' } = wish
  return saveAuthor(desk, { key, portraitId, texts: inLanguages({ ar, en }, { role, bio }) })
}

/** The row of a picture, without a file behind it, and its id; `name` stands for its content. */
export function aPicture(wish: Partial<NewMedia> = {}, texts: MediaDraft['texts'] = {}): Promise<number> {
  const shape = { kind: 'image', mime: 'image/jpeg', extension: 'jpg', width: 2000, height: 1000 } as const
  const file = { name: '0123456789abcdef0123', bytes: 9, color: '#000000', createdAt: new Date(), ...wish }
  return saveMedia(desk, { file: { ...shape, ...file }, texts })
}

/** A standing page, and its id: About, published in English, when nothing else is said. */
export function aPage(wish: Partial<PageFields> = {}): Promise<number> {
  const { key = 'about', title = 'About', slug = slugify(title) } = wish
  return savePage(desk, {
    ...{ locale: 'en', body: aBody(title), status: 'published', position: 0, updatedAt: new Date() },
    ...{ ...wish, key, title, slug },
  })
}

/** Sections, topics, authors, pages and names, as the verbs of domain/editorial and imports read them; writing/ writes them. */
import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import {
  authors,
  authorTexts,
  breaking,
  type FrontPlace,
  frontPlaces,
  media,
  mediaTexts,
  pages,
  sections,
  sectionTexts,
  site,
  topics,
  topicTexts,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type BreakingStrip = typeof breaking.$inferSelect

/** The red strip of a language as it was set, whether or not its time is over. */
export async function breakingOf(db: Reader | Tx, locale: Locale): Promise<BreakingStrip | undefined> {
  const [row] = await db
    .select()
    .from(breaking)
    .where(eq(breaking.locale, locale))
    .orderBy(asc(breaking.locale))
  return row
}

const keyed = { section: sections, topic: topics, author: authors } as const

/** The id of the section, topic or author with this key; null when there is none. */
export async function idByKey(
  db: Reader | Tx,
  kind: keyof typeof keyed,
  key: string,
): Promise<number | null> {
  const table = keyed[kind]
  const [row] = await db.select({ id: table.id }).from(table).where(eq(table.key, key)).orderBy(asc(table.id))
  return row?.id ?? null
}

const named = { section: sectionTexts, topic: topicTexts, author: authorTexts, page: pages } as const

/** The slugs of a language that are taken, for one kind of thing. */
export async function takenSlugs(
  db: Reader | Tx,
  kind: keyof typeof named,
  locale: Locale,
): Promise<Set<string>> {
  const table = named[kind]
  const rows = await db
    .select({ slug: table.slug })
    .from(table)
    .where(eq(table.locale, locale))
    .orderBy(asc(table.slug))
  return new Set(rows.map(row => row.slug))
}

const textTables = {
  section: { table: sectionTexts, ref: sectionTexts.sectionId },
  topic: { table: topicTexts, ref: topicTexts.topicId },
  author: { table: authorTexts, ref: authorTexts.authorId },
} as const

/** Whether a section, topic or author has its texts in this language. */
export async function hasTexts(
  db: Reader | Tx,
  kind: keyof typeof textTables,
  id: number,
  locale: Locale,
): Promise<boolean> {
  const { table, ref } = textTables[kind]
  const rows = await db
    .select({ slug: table.slug })
    .from(table)
    .where(and(eq(ref, id), eq(table.locale, locale)))
    .limit(1)
  return rows.length > 0
}

type InLanguages<Fields> = Partial<Record<Locale, Fields>>

/** A section, topic or author as it is stored: the columns that its languages share, and its words in each. */
export type StoredList<Texts> = { id: number; shared: Record<string, unknown>; texts: InLanguages<Texts> }

export async function sectionByKey(tx: Tx, key: string) {
  const { id, glaze, position } = sections
  const rows = await tx
    .select({ id, glaze, position })
    .from(sections)
    .where(eq(sections.key, key))
    .orderBy(asc(id))
  const { locale, name, slug, description } = sectionTexts
  return stored(rows, ref =>
    tx
      .select({ locale, name, slug, description })
      .from(sectionTexts)
      .where(eq(sectionTexts.sectionId, ref))
      .orderBy(asc(locale)),
  )
}

export async function topicByKey(tx: Tx, key: string) {
  const rows = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(eq(topics.key, key))
    .orderBy(asc(topics.id))
  const { locale, name, slug, description } = topicTexts
  return stored(rows, ref =>
    tx
      .select({ locale, name, slug, description })
      .from(topicTexts)
      .where(eq(topicTexts.topicId, ref))
      .orderBy(asc(locale)),
  )
}

export async function authorByKey(tx: Tx, key: string) {
  const { id, portraitId } = authors
  const rows = await tx.select({ id, portraitId }).from(authors).where(eq(authors.key, key)).orderBy(asc(id))
  const { locale, name, slug, role, bio } = authorTexts
  return stored(rows, ref =>
    tx
      .select({ locale, name, slug, role, bio })
      .from(authorTexts)
      .where(eq(authorTexts.authorId, ref))
      .orderBy(asc(locale)),
  )
}

async function stored<Texts extends { locale: Locale }>(
  [row]: ({ id: number } & Record<string, unknown>)[],
  textsOf: (id: number) => Promise<Texts[]>,
): Promise<StoredList<Omit<Texts, 'locale'>> | null> {
  if (!row) return null
  const { id, ...shared } = row
  return { id, shared, texts: byLanguage(await textsOf(id)) }
}

function byLanguage<Row extends { locale: Locale }>(rows: Row[]): InLanguages<Omit<Row, 'locale'>> {
  const languages: InLanguages<Omit<Row, 'locale'>> = {}
  for (const { locale, ...fields } of rows) languages[locale] = fields
  return languages
}

/** A standing page whole, with all that is stored of it. */
export async function standingPageByKey(tx: Tx, key: string, locale: Locale) {
  const [row] = await tx
    .select()
    .from(pages)
    .where(and(eq(pages.key, key), eq(pages.locale, locale)))
    .orderBy(asc(pages.id))
  return row
}

/** The stories of each curated place of a front, in their order. */
export async function frontPlacesOf(tx: Tx, locale: Locale): Promise<Partial<Record<FrontPlace, number[]>>> {
  const rows = await tx
    .select({ place: frontPlaces.place, storyId: frontPlaces.storyId })
    .from(frontPlaces)
    .where(eq(frontPlaces.locale, locale))
    .orderBy(asc(frontPlaces.place), asc(frontPlaces.position))
  const places: Partial<Record<FrontPlace, number[]>> = {}
  for (const { place, storyId } of rows) places[place] = [...(places[place] ?? []), storyId]
  return places
}

/** A file by its content-hashed name, with its words in each language; null when it has no row. */
export async function mediaByName(tx: Tx, name: string) {
  const [row] = await tx
    .select({ id: media.id })
    .from(media)
    .where(eq(media.name, name))
    .orderBy(asc(media.id))
  if (!row) return null
  const { locale, alt, caption, credit } = mediaTexts
  const texts = await tx
    .select({ locale, alt, caption, credit })
    .from(mediaTexts)
    .where(eq(mediaTexts.mediaId, row.id))
    .orderBy(asc(locale))
  return { id: row.id, texts: byLanguage(texts) }
}

export type SiteNames = { name: string; tagline: string; description: string }

/** The names of the site in each language that has them. */
export async function siteNames(tx: Tx): Promise<InLanguages<SiteNames>> {
  const { locale, name, tagline, description } = site
  return byLanguage(await tx.select({ locale, name, tagline, description }).from(site).orderBy(asc(locale)))
}

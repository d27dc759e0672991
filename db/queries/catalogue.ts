/**
 * Writing what stories are filed under and made of: sections, topics, authors, pictures, standing pages, and the
 * site's own names. Used by seeds and imports, later by the newsroom's settings.
 */
import { and, asc, eq } from 'drizzle-orm'
import type { Body } from '#body/body.ts'
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
import type { Glaze } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

type Texts<Fields> = Partial<Record<Locale, Fields>>
export type NamedTexts = Texts<{ name: string; slug: string; description: string }>
export type AuthorTexts = Texts<{ name: string; slug: string; role: string; bio: string }>

function entries<Fields>(texts: Texts<Fields>): [Locale, Fields][] {
  return Object.entries(texts).filter(([, fields]) => fields !== undefined) as [Locale, Fields][]
}

/** Adds or changes the section with this key; texts of a language that is not given stay. */
export async function putSection(
  tx: Tx,
  section: { key: string; glaze: Glaze; position: number; texts: NamedTexts },
): Promise<number> {
  const { key, glaze, position, texts } = section
  const [row] = await tx
    .insert(sections)
    .values({ key, glaze, position })
    .onConflictDoUpdate({ target: sections.key, set: { glaze, position } })
    .returning({ id: sections.id })
  if (!row) throw new Error(`Section ${key} was not written`)
  for (const [locale, fields] of entries(texts)) {
    await tx
      .insert(sectionTexts)
      .values({ sectionId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [sectionTexts.sectionId, sectionTexts.locale], set: fields })
  }
  return row.id
}

/** Adds or changes the topic with this key; texts of a language that is not given stay. */
export async function putTopic(tx: Tx, topic: { key: string; texts: NamedTexts }): Promise<number> {
  const [row] = await tx
    .insert(topics)
    .values({ key: topic.key })
    .onConflictDoUpdate({ target: topics.key, set: { key: topic.key } })
    .returning({ id: topics.id })
  if (!row) throw new Error(`Topic ${topic.key} was not written`)
  for (const [locale, fields] of entries(topic.texts)) {
    await tx
      .insert(topicTexts)
      .values({ topicId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [topicTexts.topicId, topicTexts.locale], set: fields })
  }
  return row.id
}

/** Adds or changes the author with this key; texts of a language that is not given stay. */
export async function putAuthor(
  tx: Tx,
  author: { key: string; portraitId: number | null; texts: AuthorTexts },
): Promise<number> {
  const { key, portraitId } = author
  const [row] = await tx
    .insert(authors)
    .values({ key, portraitId })
    .onConflictDoUpdate({ target: authors.key, set: { portraitId } })
    .returning({ id: authors.id })
  if (!row) throw new Error(`Author ${key} was not written`)
  for (const [locale, fields] of entries(author.texts)) {
    await tx
      .insert(authorTexts)
      .values({ authorId: row.id, locale, ...fields })
      .onConflictDoUpdate({ target: [authorTexts.authorId, authorTexts.locale], set: fields })
  }
  return row.id
}

export type NewMedia = Omit<typeof media.$inferInsert, 'id'>

/** The row of a file by its content-hashed name, added when it is new. */
export async function putMedia(tx: Tx, file: NewMedia): Promise<number> {
  const [row] = await tx
    .insert(media)
    .values(file)
    .onConflictDoUpdate({ target: media.name, set: { name: file.name } })
    .returning({ id: media.id })
  if (!row) throw new Error(`Media ${file.name} was not written`)
  return row.id
}

export async function putMediaTexts(
  tx: Tx,
  mediaId: number,
  locale: Locale,
  texts: { alt: string; caption: string | null; credit: string | null },
): Promise<void> {
  await tx
    .insert(mediaTexts)
    .values({ mediaId, locale, ...texts })
    .onConflictDoUpdate({ target: [mediaTexts.mediaId, mediaTexts.locale], set: texts })
}

export type NewPage = {
  key: string
  locale: Locale
  slug: string
  title: string
  body: Body
  status: 'draft' | 'published'
  position: number
  updatedAt: Date
}

/** Adds or changes a standing page. */
export async function putPage(tx: Tx, page: NewPage): Promise<number> {
  const { key: _key, locale: _locale, ...set } = page
  const [row] = await tx
    .insert(pages)
    .values(page)
    .onConflictDoUpdate({ target: [pages.key, pages.locale], set })
    .returning({ id: pages.id })
  if (!row) throw new Error(`Page ${page.key} was not written`)
  return row.id
}

export async function putSite(
  tx: Tx,
  locale: Locale,
  names: { name: string; tagline: string; description: string },
): Promise<void> {
  await tx
    .insert(site)
    .values({ locale, ...names })
    .onConflictDoUpdate({ target: site.locale, set: names })
}

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

export async function putBreaking(
  tx: Tx,
  locale: Locale,
  strip: Omit<BreakingStrip, 'locale'> | null,
): Promise<void> {
  await tx.delete(breaking).where(eq(breaking.locale, locale))
  if (strip) await tx.insert(breaking).values({ locale, ...strip })
}

/** Curates a place of the front: these stories, in this order. */
export async function putFrontPlace(
  tx: Tx,
  locale: Locale,
  place: FrontPlace,
  storyIds: number[],
): Promise<void> {
  await tx.delete(frontPlaces).where(and(eq(frontPlaces.locale, locale), eq(frontPlaces.place, place)))
  if (storyIds.length > 0) {
    await tx
      .insert(frontPlaces)
      .values(storyIds.map((storyId, position) => ({ locale, place, position, storyId })))
  }
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

/** What stories are filed under, as the verbs of domain/editorial and imports read it. What writes it is in writing/. */
import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import {
  authors,
  authorTexts,
  breaking,
  pages,
  sections,
  sectionTexts,
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

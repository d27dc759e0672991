/** Where pictures stand, newest publication first: for making their sizes ahead. */
import { and, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import { mediaIdsOf } from '#body/body.ts'
import { type Reader, reader } from '#db/open.ts'
import { articles, authors, media, pages, stories } from '#db/schema/tables.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { itsStory } from './article-joins.ts'
import { visible, visiblePage } from './visible.ts'

/** A published article, without its text. */
export type PictureUse = {
  articleId: number
  storyId: number
  revision: number
  publishedAt: Date
  leadMediaId: number | null
}

/* One batch is read in a few milliseconds, so that nobody waits for it. */
const BATCH = 400

/** The published articles of both languages, newest first, in batches. */
export async function* newestPictureUses(now: Date, db: Reader = reader()): AsyncGenerator<PictureUse[]> {
  const languages = localeList.map(locale => ({ rows: usesOf(locale, now, db), ahead: [] as PictureUse[] }))
  for (;;) {
    for (const language of languages)
      if (language.ahead.length === 0) language.ahead = (await language.rows.next()).value ?? []
    const next = languages.flatMap(({ ahead }) => ahead)
    if (next.length === 0) return
    /* A use older than the last row of a batch may still be older than a row that was not read yet. */
    const from = Math.max(...languages.map(({ ahead }) => ahead.at(-1)?.publishedAt.getTime() ?? 0))
    const isSettled = ({ publishedAt }: PictureUse) => publishedAt.getTime() >= from
    for (const language of languages) language.ahead = language.ahead.filter(row => !isSettled(row))
    yield next
      .filter(isSettled)
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.storyId - a.storyId)
  }
}

async function* usesOf(locale: Locale, now: Date, db: Reader): AsyncGenerator<PictureUse[], undefined> {
  let last: PictureUse | undefined
  for (;;) {
    const rows = await usesAfter(last, locale, now, db)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    last = rows.at(-1)
  }
}

async function usesAfter(last: PictureUse | undefined, locale: Locale, now: Date, db: Reader) {
  const rows = await db
    .select({
      articleId: articles.id,
      storyId: articles.storyId,
      revision: articles.revision,
      publishedAt: articles.publishedAt,
      leadMediaId: stories.leadMediaId,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .where(
      and(
        visible(locale, last?.publishedAt ?? now),
        last && or(lt(articles.publishedAt, last.publishedAt), lt(articles.storyId, last.storyId)),
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.storyId))
    .limit(BATCH)
  return rows.map(row => ({ ...row, publishedAt: row.publishedAt ?? new Date(0) }))
}

/** The media that the texts of these articles name: pictures, films and their posters. */
export async function mediaInTexts(
  articleIds: readonly number[],
  db: Reader = reader(),
): Promise<Map<number, number[]>> {
  if (articleIds.length === 0) return new Map()
  try {
    const rows = await db
      .select({ id: articles.id, body: articles.body })
      .from(articles)
      .where(inArray(articles.id, [...articleIds]))
      .orderBy(articles.id)
    return new Map(rows.map(({ id, body }) => [id, mediaIdsOf(body)]))
  } catch (error) {
    if (!isDamagedText(error)) throw error
    if (articleIds.length === 1) return new Map()
    /* One damaged text must not hide the pictures of the others. */
    const each = await Promise.all(articleIds.map(id => mediaInTexts([id], db)))
    return new Map(each.flatMap(found => [...found]))
  }
}

/* A text that is no JSON, or JSON of another form; the doctor reports it. */
function isDamagedText(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof TypeError
}

/** Ids of authors' portraits, the newest authors first. */
export async function portraitIds(limit: number, db: Reader = reader()): Promise<number[]> {
  const rows = await db
    .select({ id: authors.portraitId })
    .from(authors)
    .where(isNotNull(authors.portraitId))
    .orderBy(desc(authors.id))
    .limit(limit)
  return rows.flatMap(({ id }) => id ?? [])
}

/** Ids of the media on standing pages. */
export async function mediaOnPages(limit: number, db: Reader = reader()): Promise<number[]> {
  const rows = await db
    .select({ id: pages.id })
    .from(pages)
    .where(visiblePage())
    .orderBy(pages.position, pages.id)
    .limit(limit)
  const found: number[] = []
  for (const { id } of rows) found.push(...(await mediaOnPage(id, db)))
  return found
}

async function mediaOnPage(id: number, db: Reader): Promise<number[]> {
  try {
    const [row] = await db.select({ body: pages.body }).from(pages).where(eq(pages.id, id))
    return row ? mediaIdsOf(row.body) : []
  } catch (error) {
    if (!isDamagedText(error)) throw error
    return []
  }
}

/** Ids of the pictures that were added last, whether an article shows them or not. */
export async function newestPictureIds(limit: number, db: Reader = reader()): Promise<number[]> {
  const rows = await db
    .select({ id: media.id })
    .from(media)
    .where(eq(media.kind, 'image'))
    .orderBy(desc(media.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Names and widths of the pictures among these media. */
export async function picturesAmong(
  ids: readonly number[],
  db: Reader = reader(),
): Promise<Map<number, { name: string; width: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: media.id, name: media.name, width: media.width })
    .from(media)
    .where(and(inArray(media.id, [...ids]), eq(media.kind, 'image')))
    .orderBy(media.id)
  return new Map(rows.map(({ id, ...picture }) => [id, picture]))
}

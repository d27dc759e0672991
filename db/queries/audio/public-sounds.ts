/** Sounds that feeds and podcasts carry: recordings and a provider's voice, never the built-in one. */
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { preparedForIds } from '#db/prepared.ts'
import { isVisible, visible } from '#db/queries/visible.ts'
import { articles, recordings, spoken } from '#db/schema/tables.ts'
import type { PublicSound } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { recordingsOf } from './recordings.ts'

/* A voice's sound of an article as it is now: of an older revision, the text may have changed. */
const spokenNow = () =>
  and(
    eq(spoken.revision, articles.revision),
    eq(spoken.part, 'article'),
    eq(spoken.voice, 'provider'),
    eq(spoken.state, 'ready'),
  )

const providedRows = preparedForIds((db, ids) =>
  db
    .select({
      articleId: spoken.articleId,
      name: spoken.name,
      bytes: spoken.bytes,
      durationMs: spoken.durationMs,
    })
    .from(spoken)
    .innerJoin(articles, eq(articles.id, spoken.articleId))
    .where(and(inArray(spoken.articleId, ids), spokenNow()))
    .orderBy(asc(spoken.articleId), asc(spoken.id)),
)

/** The sounds of several articles, by article; a recording wins. */
export async function publicSounds(articleIds: readonly number[]): Promise<Map<number, PublicSound>> {
  if (articleIds.length === 0) return new Map()
  const [provided, recorded] = await Promise.all([providedRows(articleIds), recordingsOf(articleIds)])
  return new Map([
    ...provided.flatMap(({ articleId, name, bytes, durationMs }): [number, PublicSound][] =>
      name === null ? [] : [[articleId, { name, bytes: bytes ?? 0, seconds: (durationMs ?? 0) / 1000 }]],
    ),
    ...recorded.map(({ articleId, name, bytes, seconds }): [number, PublicSound] => [
      articleId,
      { name, bytes, seconds },
    ]),
  ])
}

/** The newest articles of a language that have such a sound, newest first. */
export async function newestWithSound(locale: Locale, most: number, now: Date): Promise<number[]> {
  const newestFirst = [desc(articles.publishedAt), desc(articles.id)] as const
  const columns = { id: articles.id, status: articles.status, publishedAt: articles.publishedAt }
  const [recorded, provided] = await Promise.all([
    reader()
      .select(columns)
      .from(recordings)
      .innerJoin(articles, eq(articles.id, recordings.articleId))
      .where(visible(locale, now))
      .orderBy(...newestFirst)
      .limit(most),
    reader()
      .select(columns)
      .from(spoken)
      .innerJoin(articles, eq(articles.id, spoken.articleId))
      .where(and(eq(articles.locale, locale), lte(articles.publishedAt, now), spokenNow()))
      .orderBy(...newestFirst, asc(spoken.id))
      .limit(most),
  ])
  const rows = new Map(
    [...recorded, ...provided].filter(row => isVisible(row, now)).map(row => [row.id, row]),
  )
  return [...rows.values()]
    .sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || b.id - a.id)
    .slice(0, most)
    .map(({ id }) => id)
}

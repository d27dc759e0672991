/** Whether a stored sound may be heard: asked at each request for one, so that what is withdrawn is silent at once. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { keyset } from '#db/keyset.ts'
import { type Reader, reader } from '#db/open.ts'
import { prepared, value } from '#db/prepared.ts'
import { isVisible } from '#db/queries/visible.ts'
import { articles, bulletins, media, recordings, spoken } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

const SEVERAL = 5

const articleColumns = {
  status: articles.status,
  publishedAt: articles.publishedAt,
}

const spokenRows = prepared(db =>
  db
    .select(articleColumns)
    .from(spoken)
    .innerJoin(articles, eq(articles.id, spoken.articleId))
    .where(eq(spoken.name, value('name')))
    .orderBy(asc(spoken.id))
    .limit(SEVERAL),
)

const recordingRows = prepared(db =>
  db
    .select(articleColumns)
    .from(media)
    .innerJoin(recordings, eq(recordings.mediaId, media.id))
    .innerJoin(articles, eq(articles.id, recordings.articleId))
    .where(eq(media.name, value('name')))
    .orderBy(asc(recordings.articleId))
    .limit(SEVERAL),
)

const bulletinRows = prepared(db =>
  db
    .select({ locale: bulletins.locale, storyIds: bulletins.storyIds })
    .from(bulletins)
    .where(eq(bulletins.name, value('name')))
    .orderBy(asc(bulletins.locale), asc(bulletins.day))
    .limit(1),
)

/** `gone` for a sound whose articles have all been withdrawn, or one of whose stories has. */
export async function stateOfSound(name: string, now = new Date()): Promise<'heard' | 'gone' | 'unknown'> {
  const [ofVoices, ofPeople] = await Promise.all([
    spokenRows().execute({ name }),
    recordingRows().execute({ name }),
  ])
  const known = [...ofVoices, ...ofPeople].map(row => isVisible(row, now))
  if (known.length > 0) return known.includes(true) ? 'heard' : 'gone'
  const [bulletin] = await bulletinRows().execute({ name })
  if (!bulletin) return 'unknown'
  return (await areVisible(bulletin, now)) ? 'heard' : 'gone'
}

async function areVisible(
  { locale, storyIds }: { locale: Locale; storyIds: number[] },
  now: Date,
): Promise<boolean> {
  const rows = await reader()
    .select(articleColumns)
    .from(articles)
    .where(and(inArray(articles.storyId, storyIds), eq(articles.locale, locale)))
    .orderBy(asc(articles.id))
  return rows.length === storyIds.length && rows.every(row => isVisible(row, now))
}

const BATCH = 1000

type NamedSound = { name: string; bytes: number }

/** The files that voices made, and those of bulletins; a file of two rows comes twice. */
export async function* allSounds(db: Reader): AsyncGenerator<NamedSound> {
  type Row = { id: number; name: string | null; bytes: number | null }
  const read = (last?: Row) =>
    db
      .select({ id: spoken.id, name: spoken.name, bytes: spoken.bytes })
      .from(spoken)
      .where(and(eq(spoken.state, 'ready'), last && gt(spoken.id, last.id)))
      .orderBy(asc(spoken.id))
      .limit(BATCH)
  for await (const rows of keyset<Row>(BATCH, read))
    for (const { name, bytes } of rows) if (name !== null && bytes !== null) yield { name, bytes }
  yield* await db
    .select({ name: bulletins.name, bytes: bulletins.bytes })
    .from(bulletins)
    .orderBy(asc(bulletins.locale), asc(bulletins.day))
}

/** Recordings of articles, which people spoke. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { preparedForIds } from '#db/prepared.ts'
import { media, recordings } from '#db/schema/tables.ts'
import type { Recording } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'

export type RecordingOf = Recording & { articleId: number }

const columns = {
  articleId: recordings.articleId,
  name: media.name,
  bytes: media.bytes,
  seconds: media.seconds,
  textHash: recordings.textHash,
}

const recordingRows = preparedForIds((db, ids) =>
  db
    .select(columns)
    .from(recordings)
    .innerJoin(media, eq(media.id, recordings.mediaId))
    .where(inArray(recordings.articleId, ids))
    .orderBy(asc(recordings.articleId)),
)

/** The recordings of several articles, as far as they have one. */
export async function recordingsOf(articleIds: readonly number[]): Promise<RecordingOf[]> {
  if (articleIds.length === 0) return []
  const rows = await recordingRows(articleIds)
  return rows.map(row => ({ ...row, seconds: row.seconds ?? 0 }))
}

export type StoredRecording = typeof recordings.$inferSelect

export async function storedRecording(db: Reader | Tx, articleId: number): Promise<StoredRecording | null> {
  const [row] = await db
    .select()
    .from(recordings)
    .where(eq(recordings.articleId, articleId))
    .orderBy(asc(recordings.articleId))
  return row ?? null
}

/** Those of several articles, for an export. */
export async function storedRecordings(
  db: Reader,
  articleIds: readonly number[],
): Promise<StoredRecording[]> {
  if (articleIds.length === 0) return []
  return db
    .select()
    .from(recordings)
    .where(inArray(recordings.articleId, [...articleIds]))
    .orderBy(asc(recordings.articleId))
}

/** Puts a recording in the place of the former one. */
export async function putRecording(tx: Tx, recording: StoredRecording): Promise<void> {
  const { articleId: _, ...set } = recording
  await tx.insert(recordings).values(recording).onConflictDoUpdate({ target: recordings.articleId, set })
}

export async function deleteRecording(tx: Tx, articleId: number): Promise<boolean> {
  const rows = await tx
    .delete(recordings)
    .where(eq(recordings.articleId, articleId))
    .returning({ articleId: recordings.articleId })
  return rows.length > 0
}

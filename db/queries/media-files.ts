import { asc, gt } from 'drizzle-orm'
import type { Reader } from '../open'
import { media } from '../schema/tables'

export type MediaFileRow = {
  id: number
  name: string
  kind: 'image' | 'video'
  extension: string
  width: number
  bytes: number
}

const BATCH = 1000

/** What every row of media says about its file, in the order of their numbers. */
export async function* allMediaFiles(db: Reader): AsyncGenerator<MediaFileRow> {
  let last = 0
  for (;;) {
    const rows = await db
      .select({
        id: media.id,
        name: media.name,
        kind: media.kind,
        extension: media.extension,
        width: media.width,
        bytes: media.bytes,
      })
      .from(media)
      .where(gt(media.id, last))
      .orderBy(asc(media.id))
      .limit(BATCH)
    yield* rows
    last = rows.at(-1)?.id ?? last
    if (rows.length < BATCH) return
  }
}

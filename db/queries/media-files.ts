import { asc, gt } from 'drizzle-orm'
import { keyset } from '#db/keyset.ts'
import type { Reader } from '#db/open.ts'
import { media } from '#db/schema/tables.ts'
import type { MediaKind } from '#db/shapes.ts'

export type MediaFileRow = {
  id: number
  name: string
  kind: MediaKind
  extension: string
  width: number
  bytes: number
}

const BATCH = 1000

/** The facts about the file of every row of media, by id. */
export async function* allMediaFiles(db: Reader): AsyncGenerator<MediaFileRow> {
  const read = (last?: MediaFileRow) =>
    db
      .select({
        id: media.id,
        name: media.name,
        kind: media.kind,
        extension: media.extension,
        width: media.width,
        bytes: media.bytes,
      })
      .from(media)
      .where(last && gt(media.id, last.id))
      .orderBy(asc(media.id))
      .limit(BATCH)
  for await (const rows of keyset<MediaFileRow>(BATCH, read)) yield* rows
}

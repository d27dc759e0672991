import { aliasedTable, and, eq, inArray } from 'drizzle-orm'
import { preparedForIds, value } from '#db/prepared.ts'
import { media, mediaTexts } from '#db/schema/tables.ts'
import type { Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

export type PictureRow = {
  id: number
  name: string
  width: number
  height: number
  art: unknown
  color: string
}

type Texts = { alt: string | null; caption: string | null; credit: string | null } | null

/** The columns of `media` that a picture needs, from the table or an alias of it. */
export function pictureColumns(from: typeof media) {
  return {
    id: from.id,
    name: from.name,
    width: from.width,
    height: from.height,
    art: from.art,
    color: from.color,
  }
}

/** A picture from its row; the first texts that are there win, the story's own before the file's. */
export function toPicture(row: PictureRow | null, ...texts: Texts[]): Picture | null {
  if (!row) return null
  const first = (name: 'caption' | 'credit') => texts.find(text => text?.[name])?.[name] ?? null
  const art = row.art !== null
  return {
    id: row.id,
    name: row.name,
    width: row.width,
    height: row.height,
    art,
    alt: art ? '' : (texts.find(text => text?.alt)?.alt ?? ''),
    caption: first('caption'),
    credit: first('credit'),
    color: row.color,
  }
}

/** Alias under which an author's portrait is joined. */
export const portraits = aliasedTable(media, 'portraits')

export type MediaFiles = { pictures: Map<number, Picture>; videos: Map<number, VideoFile> }

/** The pictures and videos with these ids, each with its texts in one language. */
export async function mediaFiles(ids: number[], locale: Locale): Promise<MediaFiles> {
  const files: MediaFiles = { pictures: new Map(), videos: new Map() }
  if (ids.length === 0) return files
  const rows = await mediaRows(ids, { locale })
  for (const row of rows) {
    const picture = toPicture(row, row.texts)
    if (row.kind === 'image' && picture) files.pictures.set(row.id, picture)
    if (row.kind === 'video') {
      const { id, name, mime, width, height, bytes, seconds } = row
      files.videos.set(id, {
        id,
        name,
        mime,
        width,
        height,
        bytes,
        seconds,
        extension: row.extension === 'webm' ? 'webm' : 'mp4',
      })
    }
  }
  return files
}

const mediaRows = preparedForIds((db, ids) =>
  db
    .select({
      ...pictureColumns(media),
      kind: media.kind,
      mime: media.mime,
      extension: media.extension,
      bytes: media.bytes,
      seconds: media.seconds,
      texts: { alt: mediaTexts.alt, caption: mediaTexts.caption, credit: mediaTexts.credit },
    })
    .from(media)
    .leftJoin(mediaTexts, and(eq(mediaTexts.mediaId, media.id), eq(mediaTexts.locale, value('locale'))))
    .where(inArray(media.id, ids))
    .orderBy(media.id),
)

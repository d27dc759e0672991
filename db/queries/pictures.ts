import { aliasedTable, and, eq, inArray, type Placeholder } from 'drizzle-orm'
import { preparedForIds, value } from '#db/prepared.ts'
import { media, mediaTexts } from '#db/schema/tables.ts'
import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
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

/** The columns of a file's own texts. */
export const mediaTextColumns = {
  alt: mediaTexts.alt,
  caption: mediaTexts.caption,
  credit: mediaTexts.credit,
}

/** From a file to its own texts, as the arguments of `leftJoin`. */
export const itsMediaTexts = (locale: Locale | Placeholder) =>
  [mediaTexts, and(eq(mediaTexts.mediaId, media.id), eq(mediaTexts.locale, locale))] as const

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

/** A picture from its row. The first text that is not empty counts, the story's own before the file's. */
export function toPicture(row: PictureRow | null, ...texts: Texts[]): Picture | null {
  if (!row) return null
  const { id, name, width, height, color } = row
  const art = row.art !== null
  return { id, name, width, height, art, ...firstOf(texts, art), color }
}

/** A picture with the story's texts for it. */
export function inStory(picture: Picture, texts: Texts): Picture {
  return { ...picture, ...firstOf([texts, picture], picture.art) }
}

function firstOf(texts: Texts[], art: boolean): Pick<Picture, 'alt' | 'caption' | 'credit'> {
  const first = (name: 'alt' | 'caption' | 'credit') => texts.find(text => text?.[name])?.[name]
  return {
    alt: art ? '' : (first('alt') ?? ''),
    caption: first('caption') ?? null,
    credit: first('credit') ?? null,
  }
}

/** Alias under which an author's portrait is joined. */
export const portraits = aliasedTable(media, 'portraits')

export type MediaFiles = {
  pictures: Map<number, Picture>
  videos: Map<number, VideoFile>
  attachments: Map<number, Attachment>
}

/** The pictures, videos and other files with these ids, each with its texts in one language. */
export async function mediaFiles(ids: number[], locale: Locale): Promise<MediaFiles> {
  const files: MediaFiles = { pictures: new Map(), videos: new Map(), attachments: new Map() }
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
    if (row.kind === 'audio' || row.kind === 'file') {
      const { id, kind, name, extension, mime, bytes, seconds, sourceName } = row
      files.attachments.set(id, { id, kind, name, extension, mime, bytes, seconds, sourceName })
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
      sourceName: media.sourceName,
      texts: mediaTextColumns,
    })
    .from(media)
    .leftJoin(...itsMediaTexts(value('locale')))
    .where(inArray(media.id, ids))
    .orderBy(media.id),
)

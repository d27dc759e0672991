/** Files and their words. Only the verbs of domain/editorial write them. */
import { media, mediaTexts } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

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

export type MediaTexts = { alt: string; caption: string | null; credit: string | null }

export async function putMediaTexts(
  tx: Tx,
  mediaId: number,
  locale: Locale,
  texts: MediaTexts,
): Promise<void> {
  await tx
    .insert(mediaTexts)
    .values({ mediaId, locale, ...texts })
    .onConflictDoUpdate({ target: [mediaTexts.mediaId, mediaTexts.locale], set: texts })
}

/** Stories, as both languages share them. */
import { asc, eq } from 'drizzle-orm'
import { storyPictureTexts } from '#db/schema/tables.ts'
import type { StoryKind } from '#db/shapes.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type StoryFields = {
  sectionId: number
  kind: StoryKind
  leadMediaId: number | null
  topicIds: number[]
}

export type PictureTexts = { alt: string; caption: string | null; credit: string | null }

/** The words of the lead picture in this story, by language. */
export async function pictureTextsOf(
  tx: Tx,
  storyId: number,
): Promise<Partial<Record<Locale, PictureTexts>>> {
  const { locale, alt, caption, credit } = storyPictureTexts
  const rows = await tx
    .select({ locale, alt, caption, credit })
    .from(storyPictureTexts)
    .where(eq(storyPictureTexts.storyId, storyId))
    .orderBy(asc(locale))
  return Object.fromEntries(rows.map(({ locale: language, ...texts }) => [language, texts]))
}

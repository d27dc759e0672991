/** The curated front and the breaking strip. Only the verbs of domain/editorial write them. */
import { and, eq } from 'drizzle-orm'
import type { BreakingStrip } from '#db/queries/catalogue.ts'
import { breaking, type FrontPlace, frontPlaces } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export async function putBreaking(
  tx: Tx,
  locale: Locale,
  strip: Omit<BreakingStrip, 'locale'> | null,
): Promise<void> {
  await tx.delete(breaking).where(eq(breaking.locale, locale))
  if (strip) await tx.insert(breaking).values({ locale, ...strip })
}

/** Curates a place of the front: these stories, in this order. */
export async function putFrontPlace(
  tx: Tx,
  locale: Locale,
  place: FrontPlace,
  storyIds: number[],
): Promise<void> {
  await tx.delete(frontPlaces).where(and(eq(frontPlaces.locale, locale), eq(frontPlaces.place, place)))
  if (storyIds.length > 0) {
    await tx
      .insert(frontPlaces)
      .values(storyIds.map((storyId, position) => ({ locale, place, position, storyId })))
  }
}

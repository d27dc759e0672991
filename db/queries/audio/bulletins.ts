import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { type Reader, reader } from '#db/open.ts'
import { bulletins } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type Bulletin = typeof bulletins.$inferSelect

export async function bulletinOf(db: Reader | Tx, locale: Locale, day: string): Promise<Bulletin | null> {
  const [row] = await db
    .select()
    .from(bulletins)
    .where(and(eq(bulletins.locale, locale), eq(bulletins.day, day)))
    .orderBy(asc(bulletins.day))
  return row ?? null
}

/** The bulletins of a language, the newest first. */
export function newestBulletins(locale: Locale, most: number): Promise<Bulletin[]> {
  return reader()
    .select()
    .from(bulletins)
    .where(eq(bulletins.locale, locale))
    .orderBy(desc(bulletins.day))
    .limit(most)
}

/** Puts a bulletin in the place of that day's former one. */
export async function putBulletin(tx: Tx, bulletin: Bulletin): Promise<void> {
  const { locale: _, day: __, ...set } = bulletin
  await tx
    .insert(bulletins)
    .values(bulletin)
    .onConflictDoUpdate({ target: [bulletins.locale, bulletins.day], set })
}

export async function deleteBulletin(
  tx: Tx,
  { locale, day }: Pick<Bulletin, 'locale' | 'day'>,
): Promise<void> {
  await tx.delete(bulletins).where(and(eq(bulletins.locale, locale), eq(bulletins.day, day)))
}

/** Bulletins of days before one, which nobody listens to any more. */
export function bulletinsBefore(db: Reader | Tx, day: string, most: number): Promise<Bulletin[]> {
  return db
    .select()
    .from(bulletins)
    .where(lt(bulletins.day, day))
    .orderBy(asc(bulletins.locale), asc(bulletins.day))
    .limit(most)
}

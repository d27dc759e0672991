import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { articles, origins, pages } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export type Origin = { origin: string; kind: string; key: string }

/** The id that imported content has here, and the hash of what was read then. */
export async function findOrigin(
  db: Reader | Tx,
  at: Origin,
): Promise<{ refId: number; hash: string | null } | null> {
  const [row] = await db
    .select({ refId: origins.refId, hash: origins.hash })
    .from(origins)
    .where(and(eq(origins.origin, at.origin), eq(origins.kind, at.kind), eq(origins.key, at.key)))
    .orderBy(asc(origins.key))
  return row ?? null
}

/** All content of one kind from one origin: id and hash by key. */
export async function originsOf(
  db: Reader | Tx,
  origin: string,
  kind: string,
): Promise<Map<string, { refId: number; hash: string | null }>> {
  const rows = await db
    .select({ key: origins.key, refId: origins.refId, hash: origins.hash })
    .from(origins)
    .where(and(eq(origins.origin, origin), eq(origins.kind, kind)))
    .orderBy(asc(origins.key))
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

export async function putOrigin(tx: Tx, at: Origin, refId: number, hash: string | null): Promise<void> {
  await tx
    .insert(origins)
    .values({ ...at, refId, hash })
    .onConflictDoUpdate({ target: [origins.origin, origins.kind, origins.key], set: { refId, hash } })
}

/** The language of an article or a page. */
export async function localeOf(
  db: Reader | Tx,
  kind: 'article' | 'page',
  id: number,
): Promise<Locale | null> {
  const table = kind === 'article' ? articles : pages
  const [row] = await db
    .select({ locale: table.locale })
    .from(table)
    .where(eq(table.id, id))
    .orderBy(asc(table.id))
  return row?.locale ?? null
}

import { and, asc, desc, gt, lt, max, min } from 'drizzle-orm'
import { openDatabase, reader } from '#db/open.ts'
import { contentChanges } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

/** A change that readers can see, with the tags of what it changed. */
export type ContentChange = { version: number; at: Date; tags: string[] }

/** The changes after a version, oldest first, at most `limit`; null when some of them have been deleted since. */
export async function changesSince(
  version: number,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<ContentChange[] | null> {
  const [oldest] = await reader()
    .select({ version: contentChanges.version })
    .from(contentChanges)
    .orderBy(asc(contentChanges.version))
    .limit(1)
  if (oldest && oldest.version > version + 1) return null
  const changes = await reader()
    .select({ version: contentChanges.version, at: contentChanges.at, tags: contentChanges.tags })
    .from(contentChanges)
    .where(gt(contentChanges.version, version))
    .orderBy(asc(contentChanges.version))
    .limit(limit)
  const newest = changes.at(-1)
  if (newest) openDatabase().noteVersion(newest.version)
  return changes
}

/** The versions of the oldest and the newest stored change; 0 when there is none. */
export async function keptVersions(tx: Tx): Promise<{ oldest: number; newest: number }> {
  const { version } = contentChanges
  const [kept] = await tx.select({ oldest: min(version), newest: max(version) }).from(contentChanges)
  return { oldest: kept?.oldest ?? 0, newest: kept?.newest ?? 0 }
}

/** The latest time of any change, by the clock of the process that made it; null when there is none. */
export async function latestChangeAt(): Promise<Date | null> {
  const [latest] = await reader()
    .select({ at: max(contentChanges.at) })
    .from(contentChanges)
  return latest?.at ?? null
}

/** When each tag was last changed, as far as the newest `limit` changes reach back. */
export async function lastNamed(limit: number): Promise<Map<string, Date>> {
  const changes = await reader()
    .select({ at: contentChanges.at, tags: contentChanges.tags })
    .from(contentChanges)
    .orderBy(desc(contentChanges.version))
    .limit(limit)
  const named = new Map<string, Date>()
  for (const { at, tags } of changes) for (const name of tags) if (!named.has(name)) named.set(name, at)
  return named
}

/**
 * Deletes changes before an instant: a process that was away for longer starts with an empty cache anyway. The newest
 * change stays, because it is the content version.
 */
export async function forgetChanges(tx: Tx, before: Date): Promise<void> {
  const [newest] = await tx
    .select({ version: contentChanges.version })
    .from(contentChanges)
    .orderBy(desc(contentChanges.version))
    .limit(1)
  if (!newest) return
  await tx
    .delete(contentChanges)
    .where(and(lt(contentChanges.at, before), lt(contentChanges.version, newest.version)))
}

/** Names what readers may now see differently; this is how every cache learns of it. */
export async function nameChange(tx: Tx, at: Date, tags: Iterable<string>): Promise<void> {
  const unique = [...new Set(tags)].sort()
  if (unique.length > 0) await tx.insert(contentChanges).values({ at, tags: unique })
}

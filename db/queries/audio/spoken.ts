/** Articles that a machine speaks: the queue of the voices, and what they have made. */
import { and, asc, count, desc, eq, inArray, lte, sql, sum } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import { type SpokenPart, type SpokenState, spoken, type VoiceKind, voiceBudgets } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'

export type Spoken = typeof spoken.$inferSelect

/** One version of a part of an article, as one voice speaks it. */
export type SpokenVersion = { articleId: number; part: SpokenPart; voice: VoiceKind; version: string }

const itsVersion = ({ articleId, part, voice, version }: SpokenVersion) =>
  and(
    eq(spoken.articleId, articleId),
    eq(spoken.part, part),
    eq(spoken.voice, voice),
    eq(spoken.version, version),
  )

export async function spokenOf(db: Reader | Tx, version: SpokenVersion): Promise<Spoken | null> {
  const [row] = await db.select().from(spoken).where(itsVersion(version)).orderBy(asc(spoken.id))
  return row ?? null
}

/** The rows of one voice for a part of several articles, made or still to be made; newest first. */
export async function spokenOfArticles(
  db: Reader | Tx,
  articleIds: readonly number[],
  { part, voice }: { part: SpokenPart; voice: VoiceKind },
): Promise<Spoken[]> {
  if (articleIds.length === 0) return []
  return db
    .select()
    .from(spoken)
    .where(and(inArray(spoken.articleId, [...articleIds]), eq(spoken.part, part), eq(spoken.voice, voice)))
    .orderBy(desc(spoken.id))
}

type Wish = SpokenVersion & { revision: number; characters: number; isUrgent: boolean; now: Date }

/** Asks for a version that nobody has asked for yet. */
export async function insertSpoken(tx: Tx, wish: Wish): Promise<void> {
  const { isUrgent, now, ...version } = wish
  await tx
    .insert(spoken)
    .values({ ...version, state: 'waiting', urgency: Number(isUrgent), requestedAt: now, nextAt: now })
    .onConflictDoNothing()
}

/** Lets a version that waits be made before those that nobody waits for, or one that failed be tried again. */
export async function askAgain(tx: Tx, id: number, { now }: { now: Date }): Promise<void> {
  await tx
    .update(spoken)
    .set({ urgency: 1 })
    .where(and(eq(spoken.id, id), eq(spoken.state, 'waiting')))
  await tx
    .update(spoken)
    .set({ state: 'waiting', urgency: 1, nextAt: now, attempts: 0, failure: null })
    .where(and(eq(spoken.id, id), eq(spoken.state, 'failed')))
}

/** Says that a text has not changed with the article's newest revision. */
export async function setRevision(tx: Tx, id: number, revision: number): Promise<void> {
  await tx.update(spoken).set({ revision }).where(eq(spoken.id, id))
}

/** So many wait to be made, of either urgency. */
export async function countWaiting(db: Reader | Tx): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(spoken).where(eq(spoken.state, 'waiting'))
  return row?.rows ?? 0
}

type Claim = { holder: string; now: Date; leastUrgency: 0 | 1 }

/** Claims what is due first: what readers wait for, then what was asked for first. Null when nothing is due. */
export async function claimSpoken(tx: Tx, { holder, now, leastUrgency }: Claim): Promise<Spoken | null> {
  const [next] = await tx
    .select({ id: spoken.id })
    .from(spoken)
    .where(
      and(
        eq(spoken.state, 'waiting'),
        inArray(spoken.urgency, leastUrgency === 1 ? [1] : [0, 1]),
        lte(spoken.nextAt, now),
      ),
    )
    .orderBy(desc(spoken.urgency), asc(spoken.nextAt), asc(spoken.id))
    .limit(1)
  if (!next) return null
  const [row] = await tx
    .update(spoken)
    .set({ state: 'claimed', holder, attempts: sql`${spoken.attempts} + 1` })
    .where(eq(spoken.id, next.id))
    .returning()
  return row ?? null
}

/** Whether something waits for a voice or was left behind by one. */
export async function hasSpokenWork(db: Reader, now: Date): Promise<boolean> {
  const [due] = await db
    .select({ id: spoken.id })
    .from(spoken)
    .where(and(eq(spoken.state, 'waiting'), inArray(spoken.urgency, [0, 1]), lte(spoken.nextAt, now)))
    .orderBy(asc(spoken.id))
    .limit(1)
  if (due) return true
  const [left] = await db
    .select({ id: spoken.id })
    .from(spoken)
    .where(and(eq(spoken.state, 'claimed'), inArray(spoken.urgency, [0, 1])))
    .orderBy(asc(spoken.id))
    .limit(1)
  return left !== undefined
}

/** Takes up what a process that ended had claimed. */
export async function recoverSpoken(tx: Tx): Promise<void> {
  await tx.update(spoken).set({ state: 'waiting', holder: null }).where(eq(spoken.state, 'claimed'))
}

/** Changes what a holder has claimed; false when it is not the holder's any more. */
export async function settleSpoken(
  tx: Tx,
  { id, holder }: Pick<Spoken, 'id' | 'holder'>,
  set: Partial<typeof spoken.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(spoken)
    .set({ ...set, holder: null })
    .where(and(eq(spoken.id, id), eq(spoken.state, 'claimed'), eq(spoken.holder, holder ?? '')))
    .returning({ id: spoken.id })
  return rows.length > 0
}

export async function deleteSpoken(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(spoken).where(inArray(spoken.id, [...ids]))
}

/** Rows that are ready and were made before a moment, after an id, in the order of ids: some may be deleted. */
export function readyBefore(db: Reader, before: Date, afterId: number, limit: number): Promise<Spoken[]> {
  return db
    .select()
    .from(spoken)
    .where(and(eq(spoken.state, 'ready'), lte(spoken.madeAt, before), sql`${spoken.id} > ${afterId}`))
    .orderBy(asc(spoken.id))
    .limit(limit)
}

/** Whether a version of the same part by the same voice was made later. */
export async function hasNewer(db: Reader | Tx, { id, articleId, part, voice }: Spoken): Promise<boolean> {
  const [newer] = await db
    .select({ id: spoken.id })
    .from(spoken)
    .where(
      and(
        eq(spoken.articleId, articleId),
        eq(spoken.part, part),
        eq(spoken.voice, voice),
        eq(spoken.state, 'ready'),
        sql`${spoken.id} > ${id}`,
      ),
    )
    .orderBy(asc(spoken.id))
    .limit(1)
  return newer !== undefined
}

/** Failures that are not tried again by themselves, newest first. */
export function failedSpoken(db: Reader, limit: number): Promise<Spoken[]> {
  return db.select().from(spoken).where(eq(spoken.state, 'failed')).orderBy(desc(spoken.id)).limit(limit)
}

/** Numbers and seconds of what each voice has made, and how many wait or have failed. */
export async function spokenTotals(
  db: Reader,
): Promise<{ voice: VoiceKind; state: SpokenState; rows: number; durationMs: number }[]> {
  const rows = await db
    .select({ voice: spoken.voice, state: spoken.state, rows: count(), durationMs: sum(spoken.durationMs) })
    .from(spoken)
    .groupBy(spoken.voice, spoken.state)
    .orderBy(asc(spoken.voice), asc(spoken.state))
  return rows.map(row => ({ ...row, durationMs: Number(row.durationMs ?? 0) }))
}

/** The characters that the provider was given on a day. */
export async function charactersOn(db: Reader | Tx, day: string): Promise<number> {
  const [row] = await db
    .select({ characters: voiceBudgets.characters })
    .from(voiceBudgets)
    .where(eq(voiceBudgets.day, day))
    .orderBy(asc(voiceBudgets.day))
  return row?.characters ?? 0
}

/** Counts characters before the provider is given them. */
export async function spendCharacters(tx: Tx, day: string, characters: number): Promise<void> {
  await tx
    .insert(voiceBudgets)
    .values({ day, characters })
    .onConflictDoUpdate({
      target: voiceBudgets.day,
      set: { characters: sql`${voiceBudgets.characters} + ${characters}` },
    })
}

import { z } from 'zod'
import { type Reader, reader } from '#db/open.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { type Tx, write } from '#db/write.ts'

export type ChannelName = 'websub' | 'indexnow'

const shape = z.object({
  /** The changes up to this version have been looked at. */
  version: z.number(),
  /** Addresses that are still to be told, the oldest first. */
  waiting: z.array(z.string()),
  /** How often in a row nobody listened. */
  failures: z.number(),
  /** Nothing is told before this moment; milliseconds since 1970. */
  notBefore: z.number(),
  /** So many articles were announced since this moment, for an hour. */
  hour: z.object({ since: z.number(), articles: z.number() }),
})

/** How far one who is told of changes has been told. */
export type Progress = z.infer<typeof shape>

export function newProgress(version: number): Progress {
  return { version, waiting: [], failures: 0, notBefore: 0, hour: { since: 0, articles: 0 } }
}

/*
 * A fact of the database: it goes wherever the list of changes goes (a backup, a move), whose versions it means, and
 * nowhere else: a folder that is exported names its facts one by one.
 */
const keyOf = (name: ChannelName) => `announcing.${name}`

/** Null when nobody has been told anything yet. */
export async function progressOf(db: Reader | Tx, name: ChannelName): Promise<Progress | null> {
  const kept = await factOf(db, keyOf(name))
  if (kept === null) return null
  const { data } = shape.safeParse(JSON.parse(kept))
  return data ?? null
}

export async function saveProgress(tx: Tx, name: ChannelName, progress: Progress): Promise<void> {
  await putFact(tx, keyOf(name), JSON.stringify(progress))
}

/** Forgets how far one was told that is told no more, so that it would begin anew. */
export async function forgetProgress(name: ChannelName): Promise<void> {
  if ((await factOf(reader(), keyOf(name))) === null) return
  await write(tx => putFact(tx, keyOf(name), null))
}

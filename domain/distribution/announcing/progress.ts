import { z } from 'zod'
import { type Reader, reader } from '#db/open.ts'
import { factOf, putFact } from '#db/queries/facts.ts'
import { type Tx, write } from '#db/write.ts'

export type ChannelName = 'websub' | 'indexnow'

const shape = z.object({
  /** Changes up to this version have been collected. */
  version: z.number(),
  /** Addresses that are still to be sent, oldest first. */
  waiting: z.array(z.string()),
  /** Failures in a row. */
  failures: z.number(),
  /** Nothing is sent before this moment; milliseconds since 1970. */
  notBefore: z.number(),
  /** The number of articles announced within the hour that began at this moment. */
  hour: z.object({ since: z.number(), articles: z.number() }),
})

/** The progress of a channel through the list of changes. */
export type Progress = z.infer<typeof shape>

export function newProgress(version: number): Progress {
  return { version, waiting: [], failures: 0, notBefore: 0, hour: { since: 0, articles: 0 } }
}

/*
 * A fact of the database, since its version refers to the list of changes: it goes wherever that list goes (a backup, a
 * move). An export names its facts one by one and leaves it out.
 */
const keyOf = (name: ChannelName) => `announcing.${name}`

/** Null before the first run of the channel. */
export async function progressOf(db: Reader | Tx, name: ChannelName): Promise<Progress | null> {
  const kept = await factOf(db, keyOf(name))
  if (kept === null) return null
  const { data } = shape.safeParse(JSON.parse(kept))
  return data ?? null
}

export async function saveProgress(tx: Tx, name: ChannelName, progress: Progress): Promise<void> {
  await putFact(tx, keyOf(name), JSON.stringify(progress))
}

/** Forgets the progress of a channel that is switched off, so that it would start anew. */
export async function forgetProgress(name: ChannelName): Promise<void> {
  if ((await factOf(reader(), keyOf(name))) === null) return
  await write(tx => putFact(tx, keyOf(name), null))
}

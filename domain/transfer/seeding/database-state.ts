import type { Reader } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/demonstration-fact.ts'

/** Name of the fact that holds the moment of the first seeding, the anchor of relative times. */
export const anchorFact = (newsroom: string) => `seed.${newsroom}.anchor`

/** Name of the fact that holds the key of the newsroom with which this database began. */
export const NEWSROOM_FACT = 'newsroom'

/** The state of a database before a folder is seeded into it. */
export type DatabaseState = {
  isEmpty: boolean
  anchor: Date | null
  newsroom: string | null
  /** The key of the demonstration newsroom, if the database holds nothing else. */
  demo: string | null
}

export async function databaseState(db: Reader | null, newsroom: string): Promise<DatabaseState> {
  if (!db) return { isEmpty: true, anchor: null, newsroom: null, demo: null }
  const anchor = await factOf(db, anchorFact(newsroom))
  return {
    isEmpty: anchor === null && !(await hasStories(db)),
    anchor: anchor === null ? null : new Date(anchor),
    newsroom: await factOf(db, NEWSROOM_FACT),
    demo: await factOf(db, DEMONSTRATION_FACT),
  }
}

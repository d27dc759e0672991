import type { Reader } from '#db/open.ts'
import { factOf } from '#db/queries/facts.ts'
import { hasStories } from '#db/queries/whole-newsroom.ts'
import { DEMONSTRATION_FACT } from '#domain/transfer/demonstration/make-room.ts'

/** The moment of a newsroom's first seeding, from which its relative times are counted. */
export const anchorFact = (newsroom: string) => `seed.${newsroom}.anchor`

/** The key of the newsroom that this database was begun with. */
export const NEWSROOM_FACT = 'newsroom'

/** How a database stands towards a folder. */
export type Standing = {
  isEmpty: boolean
  anchor: Date | null
  newsroom: string | null
  /** The demonstration newsroom's key, when it is all there is. */
  demo: string | null
}

export async function standingOf(db: Reader | null, newsroom: string): Promise<Standing> {
  if (!db) return { isEmpty: true, anchor: null, newsroom: null, demo: null }
  const anchor = await factOf(db, anchorFact(newsroom))
  return {
    isEmpty: anchor === null && !(await hasStories(db)),
    anchor: anchor === null ? null : new Date(anchor),
    newsroom: await factOf(db, NEWSROOM_FACT),
    demo: await factOf(db, DEMONSTRATION_FACT),
  }
}

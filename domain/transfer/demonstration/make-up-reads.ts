import { addReads } from '#db/queries/reads.ts'
import { publications } from '#db/queries/whole-newsroom.ts'
import type { Tx } from '#db/write.ts'
import { lastHours } from '#domain/discovery/readership/hours.ts'

const HOURS = 7 * 24
/* Every fourth hour is enough for a ranking, and keeps the first start quick. */
const EVERY = 4
/** Interest in a story fades to a third in this many hours. */
const FADING_HOURS = 30
const READS_AT_MOST = 900

/**
 * Invents a week of reads for the demonstration newsroom, so that its first start shows a list of the most read. The
 * result depends on the clock alone: new stories are read more than old ones, and a few are read far more than the
 * rest.
 */
export async function makeUpReads(tx: Tx, now: Date): Promise<void> {
  const hours = lastHours(HOURS, now).filter((_, index) => index % EVERY === 0)
  const articles = await publications(tx)
  const counts = articles.flatMap(({ articleId, publishedAt }) =>
    hours.map(hour => {
      const ageHours = (hour.getTime() - (publishedAt ?? now).getTime()) / 3_600_000
      return { articleId, hour, reads: readsAt(ageHours, interestIn(articleId)) }
    }),
  )
  await addReads(
    tx,
    counts.filter(count => count.reads > 0),
  )
}

function readsAt(ageHours: number, interest: number): number {
  return ageHours < -1
    ? 0
    : Math.round(READS_AT_MOST * interest * Math.exp(-Math.max(0, ageHours) / FADING_HOURS))
}

/* From 0.05 to 1, rarely high. Multiples of the golden ratio spread consecutive numbers far apart. */
function interestIn(articleId: number): number {
  const chance = (articleId * 0.618_033_988_749_895) % 1
  return 1 / (1 + 19 * chance)
}

import {
  isAnyEditionDue,
  makeDueEditions,
} from '#domain/distribution/newsletter/editions/make-due-editions.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { log } from '#server/log.ts'
import { checkPlaceFirst } from './check-place-first.ts'
import type { Job } from './start-jobs.ts'

const LEASE = { name: 'newsletter-editions', forMs: 60_000 }

/** Makes the editions that are due. An edition of a moment exists once, whoever makes it. */
export function editionsJob(holder = thisProcess): Job {
  return {
    name: LEASE.name,
    everyMs: 5_000,
    run: async now => {
      if (!(await isAnyEditionDue(now))) return
      await checkPlaceFirst(now)
      await whileHolding(LEASE, holder, async () => {
        for (const { id, newsletter, dueAt, state, failure } of await makeDueEditions(now)) {
          const edition = { edition: id, newsletter, dueAt, failure }
          if (state === 'late')
            log.warn({ ...edition, todo: `press newsletter resume ${id}` }, 'An edition waits for a person')
          else log.info({ ...edition, state }, 'Made an edition')
        }
        await checkPlaceFirst(now)
      })
    },
  }
}

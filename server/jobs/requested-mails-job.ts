import { reader } from '#db/open.ts'
import { hasDueRequest, hasHeldRequests } from '#db/queries/newsletter/requests.ts'
import { sendRequested } from '#domain/distribution/newsletter/sending/send-requested.ts'
import { withTransport } from '#domain/distribution/newsletter/transport/open-transport.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { checkPlaceFirst } from './check-place-first.ts'
import { MailPause } from './mail-pause.ts'
import type { Job } from './start-jobs.ts'

const LEASE = { name: 'newsletter-requested', forMs: 60_000 }

/** Sends the mails that readers wait for: confirmations, and links to their own choices. */
export function requestedMailsJob(holder = thisProcess): Job {
  const pause = new MailPause(LEASE.name)
  let isFirst = true
  return {
    name: LEASE.name,
    everyMs: 1_000,
    run: async (now, signal) => {
      if (!pause.isOver(now)) return
      /* At once: in a copy, what readers ask for from now on must not be let go with what was asked for elsewhere. */
      if (isFirst) await checkPlaceFirst(now)
      isFirst = false
      if (!(await hasDueRequest(reader(), now)) && !(await hasHeldRequests(reader()))) return
      await checkPlaceFirst(now)
      await whileHolding(LEASE, holder, async lost => {
        const until = AbortSignal.any([signal, lost])
        const round = await withTransport(transport => sendRequested({ transport, holder, signal: until }))
        pause.note(round)
      })
    },
  }
}

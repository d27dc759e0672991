import { isAnythingOnItsWay, sendEditions } from '#domain/distribution/newsletter/sending/send-editions.ts'
import { withTransport } from '#domain/distribution/newsletter/transport/open-transport.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { log } from '#server/log.ts'
import { checkPlaceFirst } from './check-place-first.ts'
import { MailPause } from './mail-pause.ts'
import type { Job } from './start-jobs.ts'

const LEASE = { name: 'newsletter-send', forMs: 60_000 }
/* The rest of an edition waits for a server that put it off. */
const REST_MS = 10_000

/** Sends the editions that are on their way. */
export function sendEditionsJob(holder = thisProcess): Job {
  const pause = new MailPause(LEASE.name)
  return {
    name: LEASE.name,
    everyMs: 2_000,
    run: async (now, signal) => {
      if (!pause.isOver(now) || !(await isAnythingOnItsWay())) return
      await checkPlaceFirst(now)
      await whileHolding(LEASE, holder, async lost => {
        const until = AbortSignal.any([signal, lost])
        const { sent, unconfirmed, unreachable } = await withTransport(transport =>
          sendEditions({ transport, holder, signal: until }),
        )
        if (sent > 0) log.info({ sent }, 'Handed mails of an edition to the mail server')
        if (unconfirmed > 0)
          log.warn({ unconfirmed, todo: 'press newsletter show' }, 'Mails are unconfirmed after a crash')
        pause.note({ sent, unreachable })
        if (unreachable === null && sent === 0) pause.rest(REST_MS)
      })
    },
  }
}

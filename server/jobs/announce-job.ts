import { announce, isAnythingToAnnounce } from '#domain/distribution/announcing/announce.ts'
import type { Channel } from '#domain/distribution/announcing/channel.ts'
import { releaseLease } from '#domain/editorial/jobs/release-lease.ts'
import { takeLease } from '#domain/editorial/jobs/take-lease.ts'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { AnnouncementLog } from './announcement-log.ts'
import type { Job } from './start-jobs.ts'

const EVERY_MS = 3_000
/* The work stops before the lease ends and another process may begin. */
const LEASE_MS = 60_000
const WORKS_MS = 50_000

/** Announces changes to one channel some seconds after they were made. It writes nothing while there is nothing new. */
export function announceJob(channel: Channel, holder = thisProcess): Job {
  const { name } = channel
  const lease = `announce-${name}`
  const announcements = new AnnouncementLog(name)
  return {
    name: lease,
    everyMs: EVERY_MS,
    run: async (now, signal) => {
      if (!(await isAnythingToAnnounce(name, now))) return
      if (!(await takeLease(lease, holder, LEASE_MS, now))) return
      try {
        const works = AbortSignal.any([signal, AbortSignal.timeout(WORKS_MS)])
        announcements.note(await announce(channel, now, works))
      } finally {
        await releaseLease(lease, holder)
      }
    },
  }
}

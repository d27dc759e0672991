import { newestWrites, publishedAhead } from '#db/queries/health.ts'
import { type DatabaseCheck, examplesOf, type Finding } from './check.ts'

/* Clocks of two machines that write into one newsroom may differ this much. */
const TOLERANCE_MS = 5 * 60 * 1000

/** Checks that the clock of this machine is not behind what was written already. */
export const clock: DatabaseCheck = {
  name: 'clock',
  async examine({ stored, now }) {
    const latest = now.getTime() + TOLERANCE_MS
    const ahead = (await newestWrites(stored.db)).flatMap(({ what, at }) =>
      at && at.getTime() > latest ? [`the newest ${what}: ${at.toISOString()}`] : [],
    )
    const findings: Finding[] = []
    if (ahead.length > 0) {
      findings.push({
        level: 'problem',
        what: `The database has times that are still to come (it is ${now.toISOString()} here): the clock of this machine is behind, or was ahead. Orders and schedules go wrong.`,
        todo: 'Set the clock and keep it set (NTP). Times that were written wrongly pass by themselves.',
        examples: ahead,
      })
    }
    const unseen = await publishedAhead(stored.db, now)
    if (unseen.length > 0) {
      findings.push({
        level: 'problem',
        what: 'Articles are published at a time that is still to come, and no reader sees them until then.',
        todo: 'Set the clock of this machine, or withdraw them and schedule them instead.',
        examples: examplesOf(unseen.map(({ storyId, locale }) => `story ${storyId} (${locale})`)),
      })
    }
    return findings
  },
}

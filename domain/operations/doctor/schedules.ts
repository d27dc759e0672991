import { failedSchedules, overdueSchedules, scheduledForNothing } from '#db/queries/health.ts'
import { type DatabaseCheck, examplesOf, type Finding } from './check.ts'

/* The portal publishes within a second of the schedule. */
const TOLERANCE_MS = 60 * 1000

type Told = { storyId: number; locale: string }

/** Checks that everything scheduled has been published. */
export const schedules: DatabaseCheck = {
  name: 'schedules',
  async examine({ stored, now }) {
    const overdue = await overdueSchedules(stored.db, new Date(now.getTime() - TOLERANCE_MS))
    const failed = await failedSchedules(stored.db)
    const stranded = await scheduledForNothing(stored.db)
    const name = ({ storyId, locale }: Told) => `story ${storyId} (${locale})`
    return [
      ...finding(
        overdue.map(one => `${name(one)}, promised for ${one.dueAt.toISOString()}`),
        'Articles should have been published by now: the portal does not run, or cannot write.',
        'Start the portal, and look into its log. It publishes them at once.',
      ),
      ...finding(
        failed.map(one => `${name(one)}: ${one.failure ?? 'no reason was kept'}`),
        'Articles could not be published when they were promised, and wait in review.',
        'Mend what it says, then publish or schedule them again: press article publish.',
      ),
      ...finding(
        stranded.map(name),
        'Articles are scheduled, but no promise stands behind them: they will never be published.',
        'Publish them, or withdraw them and schedule them again: press article withdraw.',
      ),
    ]
  },
}

function finding(about: string[], what: string, todo: string): Finding[] {
  return about.length > 0 ? [{ level: 'problem', what, todo, examples: examplesOf(about) }] : []
}

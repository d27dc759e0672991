import { serverClock } from '#db/postgres/server-health.ts'
import type { ServerCheck } from '#domain/operations/doctor/check.ts'

/* Synchronised clocks differ by milliseconds. */
const TOLERANCE_MS = 10_000

/** Checks that the clocks of the server and of this machine agree. */
export const serverTime: ServerCheck = {
  name: 'clock',
  async examine({ snapshot }) {
    const asked = Date.now()
    const there = (await serverClock(snapshot)).getTime()
    const heard = Date.now()
    /* The server read its clock between these two moments. */
    const apart = there < asked ? there - asked : Math.max(0, there - heard)
    if (Math.abs(apart) < TOLERANCE_MS) return []
    const seconds = Math.round(Math.abs(apart) / 1000)
    return [
      {
        level: 'problem',
        what: `The clock of the server is ${seconds} seconds ${apart > 0 ? 'ahead of' : 'behind'} that of this machine. One of them is wrong, and what several machines agree on by the clock goes wrong.`,
        todo: 'Set the clocks of all machines and keep them set (NTP).',
      },
    ]
  },
}

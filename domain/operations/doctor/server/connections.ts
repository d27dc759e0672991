import { connectionUse } from '#db/postgres/server-health.ts'
import type { ServerCheck } from '#domain/operations/doctor/check.ts'

const CROWDED = 0.8
const FULL = 0.95

/** Checks that another portal, or this one at its busiest, would get a connection. */
export const connections: ServerCheck = {
  name: 'connections',
  async examine({ snapshot }) {
    const { used, limit } = await connectionUse(snapshot)
    if (used < CROWDED * limit) return []
    return [
      {
        level: used < FULL * limit ? 'note' : 'problem',
        what: `Of ${limit} connections that the server allows, ${used} are in use. Without one, a portal answers 503.`,
        todo: 'Raise max_connections, or lower DATABASE_CONNECTIONS of the portals: each process takes twice that and two.',
      },
    ]
  },
}

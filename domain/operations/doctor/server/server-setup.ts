import { carelessSettings, isReadOnly } from '#db/postgres/server-health.ts'
import type { Finding, ServerCheck } from '#domain/operations/doctor/check.ts'

/** Checks that the server accepts writes, and keeps what it acknowledged. */
export const serverSetup: ServerCheck = {
  name: 'server',
  async examine({ snapshot }) {
    const findings: Finding[] = []
    if (await isReadOnly(snapshot)) {
      findings.push({
        level: 'problem',
        what: 'The server can only be read, so that nothing can be saved or published.',
        todo: 'Name the primary in DATABASE_URL, or promote this one; look for default_transaction_read_only.',
      })
    }
    const careless = await carelessSettings(snapshot)
    if (careless.length > 0) {
      findings.push({
        level: 'problem',
        what: 'The server does not wait for its disk: when the power fails, what was acknowledged may be lost, or the whole database.',
        todo: 'Switch these on in postgresql.conf, or for this database and user, and restart the server.',
        examples: careless,
      })
    }
    return findings
  },
}

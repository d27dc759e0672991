import { crowdedTables, invalidIndexes, loosenedRules } from '#db/postgres/server-health.ts'
import { examplesOf, type Finding, type ServerCheck } from '#domain/operations/doctor/check.ts'

/* Fewer are vacuumed with the next thousand changes. */
const LEAST_DEAD_ROWS = 10_000

/** Checks that indexes and constraints are in force, and that tables are vacuumed. */
export const serverTables: ServerCheck = {
  name: 'tables',
  async examine({ snapshot }) {
    return [
      ...finding(
        'problem',
        await invalidIndexes(snapshot),
        'Indexes are not valid: pages are slow, or two things may get one address.',
        'Make them anew: REINDEX INDEX CONCURRENTLY name.',
      ),
      ...finding(
        'problem',
        await loosenedRules(snapshot),
        'Rules of the tables are not in force, so that what is wrong may be stored, or changes are not announced.',
        'ALTER TABLE name VALIDATE CONSTRAINT rule, or ALTER TABLE name ENABLE TRIGGER ALL.',
      ),
      ...finding(
        'note',
        await crowdedTables(snapshot, LEAST_DEAD_ROWS),
        'Tables hold more rows that are gone than rows that are there: reading them is slow.',
        'Nothing, unless it stays so: then look whether autovacuum is on, and run VACUUM.',
      ),
    ]
  },
}

function finding(level: Finding['level'], about: string[], what: string, todo: string): Finding[] {
  return about.length > 0 ? [{ level, what, todo, examples: examplesOf(about) }] : []
}

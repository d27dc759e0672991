import { engine } from '#db/engine.ts'
import { knownMigrations } from '#db/migrations.ts'
import type { AppliedMigration } from '#db/sqlite/sqlite-snapshot.ts'
import type { DatabaseCheck, Finding } from './check.ts'

/** Checks that the database has the tables that this program knows. */
export const migrations: DatabaseCheck = {
  name: 'migrations',
  async examine({ stored }) {
    return compareMigrations(await stored.migrations(), knownMigrations(engine))
  },
}

function compareMigrations(applied: AppliedMigration[], known: AppliedMigration[]): Finding[] {
  const isIn = (list: AppliedMigration[]) => (one: AppliedMigration) =>
    list.some(({ name, hash }) => name === one.name && hash === one.hash)
  const foreign = applied.filter(one => !isIn(known)(one))
  const pending = known.filter(one => !applied.some(({ name }) => name === one.name))
  const findings: Finding[] = []
  if (foreign.length > 0) {
    findings.push({
      level: 'problem',
      what: 'The database was made by another version of the program, and this one refuses it.',
      todo: 'Install the version that made it, or put back a backup that is older.',
      examples: foreign.map(({ name }) => name),
    })
  }
  if (pending.length > 0) {
    findings.push({
      level: 'problem',
      what: 'The database is older than this program, and its content was not looked at.',
      todo: 'Take a backup, then start the portal: it brings the database up to date.',
      examples: pending.map(({ name }) => name),
    })
  }
  return findings
}

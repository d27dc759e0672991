import { type AppliedMigrations, knownMigrations, refuseForeignMigrations } from '#db/migrations.ts'
import { BackupError } from './backup-error.ts'

/**
 * Refuses a server's database whose tables are not those that this program knows: what it does not know it would leave
 * out.
 * @throws BackupError, and DatabaseError when a newer version made it
 */
export function refuseUnlike(applied: AppliedMigrations | null, place: string): void {
  if (applied === null)
    throw new BackupError(`There is no newsroom in ${place}: it has no tables. Correct DATABASE_URL.`)
  const known = knownMigrations('postgres')
  refuseForeignMigrations(applied, known)
  if (known.every(({ name }) => applied.has(name))) return
  throw new BackupError(
    `The database ${place} is older than this program. Take the backup with the version that it runs with, then upgrade.`,
  )
}

import { type AppliedMigrations, knownMigrations, refuseForeignMigrations } from '#db/migrations.ts'
import { ExpectedError } from '#errors/expected-error.ts'

/**
 * Refuses a server's database whose tables differ from those of this program: unknown tables would be missing from the
 * backup.
 * @throws ExpectedError of the kind `backup`, and `database.newer` when a newer version made it
 */
export function refuseUnlike(applied: AppliedMigrations | null, place: string): void {
  if (applied === null) throw new ExpectedError('backup.noNewsroom', { place })
  const known = knownMigrations('postgres')
  refuseForeignMigrations(applied, known)
  if (known.every(({ name }) => applied.has(name))) return
  throw new ExpectedError('backup.olderDatabase', { place })
}

import path from 'node:path'
import { knownMigrations } from '#db/migrations.ts'
import { openStoredDatabase, type StoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import { BackupError } from './backup-error.ts'
import { DATABASE, type Manifest, madeByNewer } from './manifest.ts'
import type { Unpacked } from './unpack-archive.ts'

/**
 * Holds what was unpacked against the manifest, and the database against itself.
 * @throws BackupError with the first thing that is not as it was saved
 */
export function checkUnpacked(folder: string, { manifest, files }: Unpacked): void {
  refuseNewer(manifest)
  for (const [name, saved] of Object.entries(manifest.files)) {
    const found = files.get(name)
    if (!found) throw changed(`${name} is missing`)
    if (found.bytes !== saved.bytes) throw changed(`${name} has ${found.bytes} bytes, not ${saved.bytes}`)
    if (found.sha256 !== saved.sha256) throw changed(`${name} is not what was saved`)
  }
  const stranger = [...files.keys()].find(name => !Object.hasOwn(manifest.files, name))
  if (stranger !== undefined) throw changed(`${stranger} is not in its manifest`)
  if (!Object.hasOwn(manifest.files, DATABASE)) throw changed('it has no database')
  const stored = openStoredDatabase(path.join(folder, DATABASE))
  try {
    checkDatabase(stored, manifest)
  } finally {
    stored.close()
  }
}

function refuseNewer({ migrations }: Manifest): void {
  const known = new Map(knownMigrations('sqlite').map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of migrations) {
    if (!known.has(name)) throw madeByNewer(`its database has ${name}`)
    if (known.get(name) !== hash) throw madeByNewer(`its database has another version of ${name}`)
  }
}

function checkDatabase(stored: StoredDatabase, manifest: Manifest): void {
  const [damage] = stored.damage()
  if (damage !== undefined) throw changed(`its database is damaged: ${damage}`)
  const broken = stored.brokenReferences().find(each => !manifest.brokenReferences.includes(each))
  if (broken !== undefined) throw changed(`rows of its database name others that are not there: ${broken}`)
  const rows = stored.rowCounts()
  for (const table of new Set([...Object.keys(rows), ...Object.keys(manifest.rows)])) {
    if (rows[table] === manifest.rows[table]) continue
    throw changed(`the table ${table} has ${rows[table] ?? 'no'} rows, not ${manifest.rows[table] ?? 'none'}`)
  }
}

const changed = (what: string) =>
  new BackupError(
    `It is not as it was made: ${what}. Copy it again from where it is kept, or take an older one.`,
  )

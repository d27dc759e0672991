import path from 'node:path'
import { knownMigrations } from '#db/migrations.ts'
import { openStoredDatabase, type StoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { DATABASE, type Manifest } from './manifest.ts'
import type { Unpacked } from './unpack-archive.ts'

/**
 * Compares what was unpacked with the manifest, and checks the database itself.
 * @throws ExpectedError `backup.changed` with the first difference, or `backup.newer`
 */
export function checkUnpacked(folder: string, { manifest, files }: Unpacked): void {
  refuseNewer(manifest)
  for (const [name, saved] of Object.entries(manifest.files)) {
    const found = files.get(name)
    if (!found) throw new ExpectedError('backup.changed.missing', { name })
    if (found.bytes !== saved.bytes)
      throw new ExpectedError('backup.changed.size', { name, found: found.bytes, saved: saved.bytes })
    if (found.sha256 !== saved.sha256) throw new ExpectedError('backup.changed.content', { name })
  }
  const stranger = [...files.keys()].find(name => !Object.hasOwn(manifest.files, name))
  if (stranger !== undefined) throw new ExpectedError('backup.changed.stranger', { name: stranger })
  if (!Object.hasOwn(manifest.files, DATABASE)) throw new ExpectedError('backup.changed.noDatabase')
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
    if (!known.has(name)) throw new ExpectedError('backup.newer.migration', { name })
    if (known.get(name) !== hash) throw new ExpectedError('backup.newer.otherMigration', { name })
  }
}

function checkDatabase(stored: StoredDatabase, manifest: Manifest): void {
  const [damage] = stored.damage()
  if (damage !== undefined) throw new ExpectedError('backup.changed.database', { damage })
  const broken = stored.brokenReferences().find(each => !manifest.brokenReferences.includes(each))
  if (broken !== undefined) throw new ExpectedError('backup.changed.references', { rows: broken })
  const rows = stored.rowCounts()
  for (const table of new Set([...Object.keys(rows), ...Object.keys(manifest.rows)])) {
    if (rows[table] === manifest.rows[table]) continue
    const [found, saved] = [rows[table] ?? 'no', manifest.rows[table] ?? 'none']
    throw new ExpectedError('backup.changed.rows', { table, found, saved })
  }
}

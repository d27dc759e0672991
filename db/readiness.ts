import fs from 'node:fs'
import { sqliteCode } from './errors'
import { hasPendingMigrations } from './migrate'
import { openDatabase } from './open'

export type Unready = 'migrations' | 'read-only' | 'disk-full' | 'unavailable'

/* Less, and the next hour of a busy newsroom may not fit. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024

/** Why the database cannot serve a newsroom now; null when it can. Takes and gives back the write lock. */
export async function whyUnready(): Promise<Unready | null> {
  const { connection, dataDir } = openDatabase()
  try {
    if (hasPendingMigrations(connection)) return 'migrations'
    /* A transaction of ours that is open just now is proof enough. */
    if (!connection.inTransaction) connection.exec('BEGIN IMMEDIATE; ROLLBACK')
  } catch (error) {
    const code = sqliteCode(error) ?? ''
    /* Somebody else is writing: it can be written. */
    if (!code.startsWith('SQLITE_BUSY'))
      return code.startsWith('SQLITE_READONLY') ? 'read-only' : 'unavailable'
  }
  const { bavail, bsize } = await fs.promises.statfs(dataDir)
  return bavail * bsize < LEAST_FREE_BYTES ? 'disk-full' : null
}

import fs from 'node:fs'
import type { DatabaseFault } from './database.ts'
import { openDatabase } from './open.ts'

export type Unready = DatabaseFault | 'disk-full'

/* With less room, the next hour of a busy newsroom may not fit. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024

/**
 * Tells why the database cannot serve the newsroom at this moment; null when it can. On SQLite the check takes and
 * releases the write lock.
 */
export async function whyUnready(): Promise<Unready | null> {
  const { dataDir, findFault } = openDatabase()
  const fault = await findFault()
  if (fault) return fault
  const { bavail, bsize } = await fs.promises.statfs(dataDir)
  return bavail * bsize < LEAST_FREE_BYTES ? 'disk-full' : null
}

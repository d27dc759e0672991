import fs from 'node:fs'
import path from 'node:path'
import type { FolderCheck } from './check.ts'

const MB = 1024 * 1024
const LARGE_BYTES = 64 * MB
const TOO_LARGE_BYTES = 1024 * MB

/** Checks that the -wal file is checkpointed into the database. */
export const writeAheadLog: FolderCheck = {
  name: 'write-ahead log',
  async examine({ dataDir }) {
    const file = path.join(dataDir, 'press.db-wal')
    const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (bytes < LARGE_BYTES) return []
    const size = `${file} has ${Math.floor(bytes / MB)} MB`
    if (bytes < TOO_LARGE_BYTES) {
      const what = `${size}, as after something large was written at once. Its room is used again.`
      return [{ level: 'note', what, todo: 'Nothing, unless it grows: a restart of the portal empties it.' }]
    }
    const what = `${size}: something has been reading the database for very long, so that it cannot be emptied. Reading becomes slow and the disk fills.`
    return [{ level: 'problem', what, todo: 'End what else has the database open, and restart the portal.' }]
  },
}

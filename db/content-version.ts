import { openDatabase } from './open'

/**
 * The version of what readers can see: it moves with each change that they could notice, whichever process made it.
 * Read from the database at every call, in some ten microseconds, so that nobody's copy of it can be old.
 */
export function contentVersion(): number {
  const { readConnection } = openDatabase()
  const newest = readConnection.prepare<[], number | null>('SELECT max(version) FROM content_changes').pluck()
  return newest.get() ?? 0
}

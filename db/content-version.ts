import { openDatabase } from './open.ts'

/**
 * The version of the content that readers see. Every change that they could notice raises it, whichever process made
 * it.
 */
export function contentVersion(): number {
  return openDatabase().contentVersion()
}

/** Whether the database is unreachable at the moment, so that its last known version may be old. */
export function isDatabaseAway(): boolean {
  return openDatabase().unreachableSince() !== null
}

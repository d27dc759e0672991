import { openDatabase } from './open.ts'

/** The version of what readers can see: it moves with each change that they could notice, whichever process made it. */
export function contentVersion(): number {
  return openDatabase().contentVersion()
}

/** Whether the database does not answer just now, so that what is known of it may be old. */
export function isDatabaseAway(): boolean {
  return openDatabase().unreachableSince() !== null
}

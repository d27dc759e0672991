/* Any numbers, as long as they are this program's own: 'press', and what each lock is for. */

/** Held by the one process that migrates. */
export const MIGRATION_LOCK = [0x7072_6573, 1] as const

/** Held by each transaction that writes, to its end. */
export const WRITE_LOCK = [0x7072_6573, 2] as const

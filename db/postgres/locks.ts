/* Numbers of this program alone: 'press', and one for each lock. */

/** Held by the process that migrates. */
export const MIGRATION_LOCK = [0x7072_6573, 1] as const

/** Held by each writing transaction until it ends. */
export const WRITE_LOCK = [0x7072_6573, 2] as const

export type DatabaseFault =
  | 'missing'
  | 'unwritable'
  | 'full'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'migration'
  | 'busy'

/** A database that cannot be used, with a sentence that says what to do about it. */
export class DatabaseError extends Error {
  constructor(
    readonly fault: DatabaseFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DatabaseError'
  }
}

/** The SQLite result code of an error, such as `SQLITE_BUSY`, or null. */
export function sqliteCode(error: unknown): string | null {
  let current: unknown = error
  while (current instanceof Error) {
    const code = (current as { code?: unknown }).code
    if (typeof code === 'string' && code.startsWith('SQLITE')) return code
    current = current.cause
  }
  return null
}

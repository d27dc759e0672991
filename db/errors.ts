import { DrizzleQueryError } from 'drizzle-orm'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'

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

/**
 * Whether SQLite has run out of disk space: for rows, or for the index of the -wal file that it makes when it opens a
 * database.
 */
export function isDiskFull(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR_SHMSIZE|IOERR_WRITE)/.test(sqliteCode(error) ?? '')
}

/** The SQLSTATE of an error of PostgreSQL, such as `23505`, or null. */
export function postgresCode(error: unknown): string | null {
  let current: unknown = error
  while (current instanceof Error) {
    const code = (current as { code?: unknown }).code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in current) return code
    current = current.cause
  }
  return null
}

/**
 * The reason of an error, in English for an expected one and otherwise in the engine's own words: the query builder
 * would put the whole statement before them.
 */
export function reasonOf(error: unknown): string {
  if (isExpected(error)) return errorWords(error, 'en')
  if (!(error instanceof Error)) return String(error)
  return error instanceof DrizzleQueryError && error.cause ? reasonOf(error.cause) : error.message
}

/* These concern the statement or its values, so the next attempt would fail alike. */
const SQLITE_STATEMENT_FAULTS = [
  'SQLITE_CONSTRAINT',
  'SQLITE_ERROR',
  'SQLITE_MISMATCH',
  'SQLITE_RANGE',
  'SQLITE_TOOBIG',
]
/* Classes of SQLSTATE: data, integrity, syntax and access, limits of the server, and errors that a trigger raises. */
const POSTGRES_STATEMENT_FAULTS = ['22', '23', '42', '54', 'P0']

/** Whether an error says that the database cannot be used at the moment, rather than that the work was wrong. */
export function isDatabaseFault(error: unknown): boolean {
  if (isExpected(error, 'database')) return true
  const sqlite = sqliteCode(error)
  if (sqlite !== null) return !SQLITE_STATEMENT_FAULTS.some(fault => sqlite.startsWith(fault))
  const postgres = postgresCode(error)
  if (postgres !== null) return !POSTGRES_STATEMENT_FAULTS.some(fault => postgres.startsWith(fault))
  return isConnectionFault(error)
}

const CONNECTION_CODES = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]
/* Messages of the driver, which have no code. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error))/

/* A connection that could not be made, or was lost on the way. */
function isConnectionFault(error: unknown): boolean {
  let current: unknown = error
  while (current instanceof Error) {
    const { code } = current as NodeJS.ErrnoException
    if (code && CONNECTION_CODES.includes(code)) return true
    if (CONNECTION_MESSAGES.test(current.message)) return true
    current = current.cause
  }
  return false
}

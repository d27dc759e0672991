import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { ExpectedError, isExpected } from '#errors/expected-error.ts'

/* From SQLite's file format: the offset of the user version, and the parts of the -wal file. */
const USER_VERSION_AT = 60
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

/**
 * Refuses a -wal file that another database has left, as when only press.db was replaced by a copy: SQLite would write
 * its pages over ours. Every database of ours carries a number of its own in its first page, and most -wal files
 * contain that page.
 * @throws ExpectedError 'database.damaged'
 */
export function refuseForeignLog(file: string): void {
  const own = numberOf(file)
  if (own === 0) return
  for (const number of numbersInLog(`${file}-wal`)) {
    /* Pages from before a database was numbered have none. */
    if (number !== 0 && number !== own) throw mismatch(file)
  }
}

/** Gives a database its number, unless it has one. */
export function numberDatabase(connection: BetterSqlite3.Database): void {
  const hasNone = () => connection.pragma('user_version', { simple: true }) === 0
  if (!hasNone()) return
  connection
    .transaction(() => {
      if (hasNone()) connection.pragma(`user_version = ${randomInt(1, 2 ** 31)}`)
    })
    .immediate()
}

/**
 * Checks a database that was not closed together with its -wal file, before anything is written.
 * @throws ExpectedError 'database.damaged'
 */
export function refuseDamagedLog(file: string): void {
  if (bytesOf(file) === 0 || bytesOf(`${file}-wal`) === 0) return
  /* A read-only connection leaves both files as they are when it closes. */
  const connection = new BetterSqlite3(file, { readonly: true })
  try {
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw mismatch(file)
  } catch (error) {
    throw isExpected(error) ? error : mismatch(file, error)
  } finally {
    connection.close()
  }
}

const mismatch = (file: string, cause?: unknown) =>
  new ExpectedError('database.damaged.log', { file }, { cause })

function numberOf(file: string): number {
  return bytesOf(file) < 100 ? 0 : readAt(file, USER_VERSION_AT, 4).readInt32BE()
}

/* The number in each copy of the first page. Frames after the newest ones belong to earlier rounds and do not count. */
function numbersInLog(log: string): number[] {
  const size = bytesOf(log)
  if (size < LOG_HEADER_BYTES) return []
  const header = readAt(log, 0, LOG_HEADER_BYTES)
  const pageBytes = header.readUInt32BE(8)
  if (pageBytes < 512) return []
  const salt = header.subarray(16, 24)
  const numbers: number[] = []
  const handle = fs.openSync(log, 'r')
  try {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + USER_VERSION_AT + 4)
    for (let at = LOG_HEADER_BYTES; at + frame.length <= size; at += FRAME_HEADER_BYTES + pageBytes) {
      fs.readSync(handle, frame, 0, frame.length, at)
      if (!frame.subarray(8, 16).equals(salt)) break
      if (frame.readUInt32BE(0) === 1) numbers.push(frame.readInt32BE(FRAME_HEADER_BYTES + USER_VERSION_AT))
    }
  } finally {
    fs.closeSync(handle)
  }
  return numbers
}

function readAt(file: string, at: number, bytes: number): Buffer {
  const handle = fs.openSync(file, 'r')
  try {
    const found = Buffer.alloc(bytes)
    fs.readSync(handle, found, 0, bytes, at)
    return found
  } finally {
    fs.closeSync(handle)
  }
}

function bytesOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

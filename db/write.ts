import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, sqliteCode } from './errors'
import { openDatabase, type Reader } from './open'

/** A transaction's handle. Only its own queries may be awaited while it is open; it is dead after the commit. */
export type Tx = Reader & { readonly __transaction: unique symbol }

type State = { queue: Promise<unknown>; inside: AsyncLocalStorage<true> }

const key = Symbol.for('arab-press.write')
const shared = globalThis as { [key]?: State }
shared[key] ??= { queue: Promise.resolve(), inside: new AsyncLocalStorage<true>() }
const state = shared[key]

const LOCK_WAIT_LIMIT_MS = 10_000
const LOCK_RETRY_MS = 20

/**
 * Runs `work` in one transaction: whole or not at all, one at a time in this process, and against other
 * processes by SQLite's own lock. An acknowledged write has reached the disk.
 * @throws DatabaseError 'busy' when another process holds the lock for more than ten seconds
 */
export function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (state.inside.getStore()) {
    return Promise.reject(new Error('write() inside write(): hand the open transaction on instead'))
  }
  const turn = state.queue.then(() => state.inside.run(true, () => transact(work)))
  state.queue = turn.catch(() => undefined)
  return turn
}

async function transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { connection, writer } = openDatabase()
  await begin(() => connection.exec('BEGIN IMMEDIATE'))
  const { proxy, revoke } = Proxy.revocable(writer, {})
  try {
    const result = await work(proxy as unknown as Tx)
    connection.exec('COMMIT')
    return result
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  } finally {
    revoke()
  }
}

/* SQLite's own waiting would block the whole process, so the lock is asked for again from here. */
async function begin(attempt: () => void): Promise<void> {
  const deadline = Date.now() + LOCK_WAIT_LIMIT_MS
  for (;;) {
    try {
      attempt()
      return
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error
      if (Date.now() > deadline) {
        throw new DatabaseError(
          'busy',
          'Another program has held the database for ten seconds. Nothing was written; try again.',
          {
            cause: error,
          },
        )
      }
      await sleep(LOCK_RETRY_MS)
    }
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reader } from './database.ts'
import { openDatabase } from './open.ts'

/** The handle of a transaction. Await only its own queries while it is open; it is revoked before the commit. */
export type Tx = Reader & { readonly __transaction: unique symbol }

type State = { queue: Promise<unknown>; inside: AsyncLocalStorage<true> }

const key = Symbol.for('arab-press.write')
const shared = globalThis as { [key]?: State }
shared[key] ??= { queue: Promise.resolve(), inside: new AsyncLocalStorage<true>() }
const state = shared[key]

/**
 * Runs `work` in one transaction, whole or not at all. One transaction runs at a time: in this process by a queue, and
 * among processes by a lock of the engine. An acknowledged write has reached the disk.
 * @throws ExpectedError 'database.busy' when another process holds the lock for more than ten seconds
 */
export function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (state.inside.getStore()) {
    return Promise.reject(new Error('write() inside write(): hand the open transaction on instead'))
  }
  const turn = state.queue.then(() => state.inside.run(true, () => openDatabase().transact(revocable(work))))
  state.queue = turn.catch(() => undefined)
  return turn
}

/* The handle is revoked with the end of the work, before the commit, so that no query can follow late. */
function revocable<Result>(work: (tx: Tx) => Promise<Result>) {
  return async (db: Reader): Promise<Result> => {
    const { proxy, revoke } = Proxy.revocable(db, {})
    try {
      return await work(proxy as unknown as Tx)
    } finally {
      revoke()
    }
  }
}

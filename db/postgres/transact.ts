import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Reader } from '#db/database.ts'
import { postgresCode } from '#db/errors.ts'
import { tablesOf } from '#db/schema/tables.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { WRITE_LOCK } from './locks.ts'
import { newestVersion, type VersionListener } from './version-listener.ts'

/*
 * All writing transactions share one lock and hold it until they end. So versions are given in the order of the
 * commits, and a process that has seen one cannot miss a smaller one that comes later.
 */
export async function transact<Result>(
  pool: pg.Pool,
  listener: VersionListener,
  lockWaitMs: number,
  work: (db: Reader) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL lock_timeout = ${lockWaitMs}`)
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [...WRITE_LOCK])
    const result = await work(drizzle(client, { schema: tablesOf.postgres }) as unknown as Reader)
    const version = await newestVersion(client)
    await client.query('COMMIT')
    listener.note(version)
    client.release()
    return result
  } catch (error) {
    const isBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!isBack)
    throw postgresCode(error) === '55P03'
      ? new ExpectedError('database.busy.lock', {}, { cause: error })
      : error
  }
}

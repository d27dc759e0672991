import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, DatabaseFault, Reader } from '#db/database.ts'
import { tablesOf } from '#db/schema/tables.ts'
import { connect, placeOf, toExpected } from './connect.ts'
import { hasPendingMigrations, migratePostgres } from './migrate-postgres.ts'
import { inSnapshot, type PostgresSnapshot } from './postgres-snapshot.ts'
import { transact } from './transact.ts'
import { newestVersion, VersionListener } from './version-listener.ts'

const schema = tablesOf.postgres

const LOCK_WAIT_LIMIT_MS = 10_000
const CONNECT_LIMIT_MS = 5_000
/* Beyond the server's own limit: whoever hears nothing by then talks to a machine that is not there any more. */
const SILENCE_MS = 5_000

export type PostgresOptions = {
  url: string
  dataDir: string
  /** The most connections for queries; one more listens for changes. */
  connections: number
  /** The longest that a statement may take, in milliseconds. */
  statementMs: number
  /** Another part of this program has migrated it: it is taken as it is. */
  isMigrated?: boolean
  /** The longest that a write waits for another, in milliseconds; ten seconds when it is not said. */
  lockWaitMs?: number
}

export type PostgresDatabase = Database & {
  engine: 'postgres'
  /**
   * Runs work on the database as it is at this moment, whatever is written meanwhile and however long it takes; nothing
   * can be written in it. It does not wait for `ready`: what is there is looked at as it is.
   * @throws ExpectedError 'database' when the server cannot be used
   */
  snapshot: <Result>(work: (snapshot: PostgresSnapshot) => Promise<Result>) => Promise<Result>
}

/** Opens a database on a server, and migrates it where needed; what goes wrong with that is told by `ready`. */
export function openPostgres({
  url,
  dataDir,
  connections,
  statementMs,
  isMigrated = false,
  lockWaitMs = LOCK_WAIT_LIMIT_MS,
}: PostgresOptions): PostgresDatabase {
  const options: pg.ClientConfig = {
    connectionString: url,
    application_name: 'arab-press',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
  }
  const pool = new pg.Pool({
    ...options,
    max: connections,
    statement_timeout: statementMs,
    query_timeout: Math.max(statementMs, lockWaitMs) + SILENCE_MS,
    idle_in_transaction_session_timeout: 2 * statementMs,
    /* Else instants come with the offsets of the server's zone, which had seconds before its clocks were set alike. */
    onConnect: async client => {
      await client.query("SET TIME ZONE 'UTC'")
    },
  })
  /* One that is lost is replaced by the next query; who was using it is told by that query. */
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const listener = new VersionListener(options)
  const ready = prepare(options, isMigrated, listener, placeOf(url))
  /* Whoever waits for it is told; nobody may be waiting yet. */
  ready.catch(() => undefined)
  const waiting = {
    query: async (...given: Parameters<typeof pool.query>) => {
      await ready
      return pool.query(...given)
    },
  }
  return {
    engine: 'postgres',
    dataDir,
    name: placeOf(url),
    reader: drizzle(waiting as unknown as pg.Pool, { schema }) as unknown as Reader,
    ready,
    transact: async work => {
      await ready
      return transact(pool, listener, lockWaitMs, work)
    },
    contentVersion: () => {
      listener.start()
      return listener.version
    },
    unreachableSince: () => listener.unreachableSince,
    noteVersion: version => listener.note(version),
    findFault: () => findFault(pool),
    snapshot: async work => {
      const client = await connect(options, placeOf(url))
      try {
        return await inSnapshot(client, work)
      } finally {
        await client.end().catch(() => undefined)
      }
    },
    rows: async statement => {
      await ready
      return (await pool.query(statement)).rows
    },
    close: async () => {
      await ready.catch(() => undefined)
      await listener.close()
      await pool.end()
    },
  }
}

/* On a connection of its own, without a limit: a migration of a large newsroom takes its time. */
async function prepare(
  options: pg.ClientConfig,
  isMigrated: boolean,
  listener: VersionListener,
  place: string,
): Promise<void> {
  const client = await connect(options, place)
  try {
    if (!isMigrated) await migratePostgres(client)
    listener.note(await newestVersion(client))
  } catch (error) {
    throw toExpected(error, place)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function findFault(pool: pg.Pool): Promise<DatabaseFault | null> {
  try {
    if (await hasPendingMigrations(pool)) return 'migrations'
    const { rows } = await pool.query<{ is_read_only: string }>('SHOW transaction_read_only')
    return Object.values(rows[0] ?? {})[0] === 'on' ? 'read-only' : null
  } catch {
    return 'unavailable'
  }
}

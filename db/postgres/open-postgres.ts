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
/* Added to the server's own limit: a server that is silent for longer is gone. */
const SILENCE_MS = 5_000

export type PostgresOptions = {
  url: string
  dataDir: string
  /** The most connections for queries; one more listens for changes. */
  connections: number
  /** The time limit of a statement, in milliseconds. */
  statementMs: number
  /** Set when another part of this program has migrated the database already. */
  isMigrated?: boolean
  /** The time limit of a write that waits for another one, in milliseconds; ten seconds by default. */
  lockWaitMs?: number
}

export type PostgresDatabase = Database & {
  engine: 'postgres'
  /**
   * Runs read-only work on one moment of the database, whatever is written meanwhile and however long the work takes.
   * It does not wait for `ready`, so it also sees a database that was not migrated.
   * @throws ExpectedError 'database' when the server cannot be used
   */
  snapshot: <Result>(work: (snapshot: PostgresSnapshot) => Promise<Result>) => Promise<Result>
}

/** Opens a database on a server, and migrates it where needed. Failures of that reject `ready`. */
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
    /* Otherwise instants arrive in the server's time zone, whose historic offsets include seconds. */
    onConnect: async client => {
      await client.query("SET TIME ZONE 'UTC'")
    },
  })
  /* The next query replaces a lost connection. The query that used it gets the error. */
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const listener = new VersionListener(options)
  const ready = prepare(options, isMigrated, listener, placeOf(url))
  /* Those who wait for `ready` get the error; without a listener the process would end. */
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

/* Migrating a large newsroom takes long, so it has a connection of its own without a time limit. */
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

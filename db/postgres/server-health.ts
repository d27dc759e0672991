/** Health checks of a server for `press doctor`, all in one read-only snapshot. */
import { WRITE_LOCK } from './locks.ts'
import type { PostgresSnapshot } from './postgres-snapshot.ts'

type Snapshot = Pick<PostgresSnapshot, 'rows'>

const OURS = 'connamespace = current_schema()::regnamespace'

/** The server's clock. */
export async function serverClock({ rows }: Snapshot): Promise<Date> {
  const [row] = await rows('SELECT clock_timestamp() AS now')
  return row?.now as Date
}

/** Whether the server is a replica, or refuses all writes. */
export async function isReadOnly({ rows }: Snapshot): Promise<boolean> {
  const [row] = await rows(
    `SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS is_so`,
  )
  return row?.is_so === true
}

/** Settings that may lose acknowledged writes when the power fails. */
export async function carelessSettings({ rows }: Snapshot): Promise<string[]> {
  const found = await rows(
    `SELECT name FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name`,
  )
  return found.map(({ name }) => `${name} is off`)
}

/** The number of connections and their limit, of the server or of this database, whichever is closer to it. */
export async function connectionUse({ rows }: Snapshot): Promise<{ used: number; limit: number }> {
  const [row] = await rows(
    `SELECT (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::integer AS used,
       current_setting('max_connections')::integer
         - current_setting('superuser_reserved_connections')::integer AS all_there,
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())::integer AS used_here,
       (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS here`,
  )
  const { used, all_there, used_here, here } = row as Record<string, number>
  const ofServer = { used: used ?? 0, limit: all_there ?? 0 }
  const ofDatabase = { used: used_here ?? 0, limit: here ?? -1 }
  const isTighter =
    ofDatabase.limit >= 0 && ofDatabase.limit - ofDatabase.used < ofServer.limit - ofServer.used
  return isTighter ? ofDatabase : ofServer
}

export type LongTransaction = { pid: number; program: string; seconds: number; holdsUpWrites: boolean }

/** Other transactions in this database, the oldest first, with those whose lock holds up other writes. */
export async function transactionsLongerThan(
  { rows }: Snapshot,
  { reading, writing }: { reading: number; writing: number },
): Promise<LongTransaction[]> {
  const found = await rows(
    `SELECT * FROM (
       SELECT pid, application_name AS program,
         extract(epoch FROM clock_timestamp() - xact_start)::integer AS seconds,
         EXISTS (
           SELECT 1 FROM pg_locks
           WHERE pg_locks.pid = activity.pid AND locktype = 'advisory' AND granted
             AND classid = $1::bigint::oid AND objid = $2::bigint::oid
         ) AS holds
       FROM pg_stat_activity AS activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
         AND backend_type = 'client backend'
     ) AS open
     WHERE seconds >= $3 OR holds AND seconds >= $4
     ORDER BY seconds DESC, pid`,
    [...WRITE_LOCK, reading, writing],
  )
  return found.map(({ pid, program, seconds, holds }) => ({
    pid: Number(pid),
    program: String(program),
    seconds: Number(seconds),
    holdsUpWrites: holds === true,
  }))
}

/** Tables with more dead rows than live ones. */
export async function crowdedTables({ rows }: Snapshot, least: number): Promise<string[]> {
  const found = await rows(
    `SELECT relname AS name, n_dead_tup::integer AS dead, n_live_tup::integer AS live FROM pg_stat_user_tables
     WHERE schemaname = current_schema() AND n_dead_tup > $1 AND n_dead_tup > n_live_tup
     ORDER BY n_dead_tup DESC, relname`,
    [least],
  )
  return found.map(({ name, dead, live }) => `${name}: ${dead} beside ${live} that are there`)
}

/** Indexes that the server does not use because building them was interrupted. */
export async function invalidIndexes({ rows }: Snapshot): Promise<string[]> {
  const found = await rows(
    `SELECT indexrelid::regclass::text AS name FROM pg_index
     JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready) ORDER BY name`,
  )
  return found.map(({ name }) => String(name))
}

/** Constraints that were never validated, and triggers that are switched off. */
export async function loosenedRules({ rows }: Snapshot): Promise<string[]> {
  const found = await rows(
    `SELECT conrelid::regclass::text || ': ' || conname || ' was never checked' AS name FROM pg_constraint
     WHERE ${OURS} AND NOT convalidated
     UNION
     SELECT tgrelid::regclass::text || ': ' || coalesce(conname, tgname) || ' is switched off' FROM pg_trigger
     JOIN pg_class ON pg_class.oid = tgrelid
     LEFT JOIN pg_constraint ON pg_constraint.oid = tgconstraint
     WHERE relnamespace = current_schema()::regnamespace AND tgenabled NOT IN ('O', 'A')
     ORDER BY name`,
  )
  return found.map(({ name }) => String(name))
}

/** Rows that refer to a missing row, by table. */
export async function brokenReferences({ rows }: Snapshot): Promise<string[]> {
  const keys = await rows(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
       quote_ident(own.attname) AS own, quote_ident(theirs.attname) AS theirs
     FROM pg_constraint
     JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = conkey[1]
     JOIN pg_attribute AS theirs ON theirs.attrelid = confrelid AND theirs.attnum = confkey[1]
     WHERE ${OURS} AND contype = 'f' AND cardinality(conkey) = 1 ORDER BY child, parent, own`,
  )
  const broken = new Map<string, number>()
  for (const { child, parent, own, theirs } of keys) {
    const [row] = await rows(
      `SELECT count(*)::integer AS broken FROM ${child} AS child WHERE ${own} IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM ${parent} AS parent WHERE parent.${theirs} = child.${own})`,
    )
    const pair = `${child} → ${parent}`
    if (Number(row?.broken) > 0) broken.set(pair, (broken.get(pair) ?? 0) + Number(row?.broken))
  }
  return [...broken].map(([pair, count]) => `${pair}: ${count}`)
}

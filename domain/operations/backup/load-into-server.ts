import { continueNumbering } from '#db/moving/table-rows.ts'
import { openServer } from '#db/open.ts'
import type { PostgresDatabase } from '#db/postgres/open-postgres.ts'
import { distrustIndex } from '#db/queries/search-documents.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { bringUpToDate } from '#db/sqlite/sqlite-copy.ts'
import { openStoredDatabase } from '#db/sqlite/sqlite-snapshot.ts'
import type { Tx } from '#db/write.ts'
import { holdCopyIn } from '#domain/distribution/newsletter/holding.ts'
import { copyTable } from '#domain/operations/moving/copy-table.ts'
import { fullTables } from '#domain/operations/moving/full-tables.ts'
import { RowsHash, tableHash } from '#domain/operations/moving/table-hash.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { serverFault } from './server-fault.ts'

/*
 * Leases are not restored: a portal that waits for its newsroom may hold one now, and those of the backup have ended.
 */
const RESTORED: readonly TableName[] = tableOrder.filter(name => name !== 'leases')

/**
 * Opens the server's database for a restoration, which makes its tables.
 * @throws ExpectedError `backup.databaseNotEmpty`, or of the kind `database` when it cannot be used
 */
export async function openEmptyServer(dataDir: string): Promise<PostgresDatabase> {
  const server = openServer(dataDir)
  try {
    await server.ready
    refuseFull(server.name, await fullTables(server))
    return server
  } catch (error) {
    await server.close()
    throw error
  }
}

/**
 * Fills an empty database from an SQLite file in one transaction: whatever interrupts it, the database stays empty.
 * `commit` is called when every table has been compared, just before the transaction commits.
 * @returns whether the newsletter is on hold now
 * @throws ExpectedError `backup` when it is not empty any more, or would not hold the same
 */
export async function loadIntoServer(options: {
  file: string
  server: PostgresDatabase
  commit: () => Promise<void>
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}): Promise<boolean> {
  const { file, server, commit, progress = () => {}, signal } = options
  /* The file was checked in its saved form and may be changed from here on. */
  bringUpToDate(file)
  const stored = openStoredDatabase(file)
  try {
    return await server.transact(async db => {
      const from = { engine: 'sqlite', reader: stored.db } as const
      const there = { engine: 'postgres', reader: db } as const
      refuseFull(server.name, await fullTables(there))
      const hashes = new Map<TableName, string>()
      const total = (await fullTables(from)).reduce((sum, { rows }) => sum + rows, 0)
      let done = 0
      for (const name of RESTORED) {
        const hash = new RowsHash()
        await copyTable({
          ...{ from, name, signal, to: { engine: 'postgres', transact: work => work(db) } },
          onRows: rows => {
            hash.add(rows)
            done += rows.length
            progress(done, total)
          },
        })
        hashes.set(name, hash.digest())
      }
      for (const [name, hash] of hashes) {
        signal?.throwIfAborted()
        if ((await tableHash(there, name)) !== hash)
          throw new ExpectedError('backup.wouldDiffer', { table: name })
      }
      await continueNumbering(from, db, 'postgres')
      /* A portal that waits here has indexed an empty newsroom, and regards that index as complete. */
      await distrustIndex(db as Tx)
      const isSendingHeld = await holdCopyIn(db as Tx, 'restored')
      await commit()
      return isSendingHeld
    })
  } catch (error) {
    throw serverFault(error, server.name)
  } finally {
    stored.close()
  }
}

function refuseFull(place: string, tables: { name: TableName; rows: number }[]): void {
  const full = tables.filter(({ name }) => RESTORED.includes(name))
  if (full.length === 0) return
  const list = full.map(({ name, rows }) => `${name} ${rows}`).join(', ')
  throw new ExpectedError('backup.databaseNotEmpty', { place, tables: list })
}

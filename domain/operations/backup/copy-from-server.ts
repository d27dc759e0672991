import fs from 'node:fs'
import { continueNumbering, countRows } from '#db/moving/table-rows.ts'
import { openServer } from '#db/open.ts'
import type { PostgresSnapshot } from '#db/postgres/postgres-snapshot.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import { openSqliteCopy, type SqliteCopy } from '#db/sqlite/sqlite-copy.ts'
import { copyTable } from '#domain/operations/moving/copy-table.ts'
import { RowsHash, tableHash } from '#domain/operations/moving/table-hash.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { serverFault } from './server-fault.ts'
import { refuseUnlike } from './server-version.ts'

type Options = {
  dataDir: string
  /** The file to make. */
  to: string
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

type Hashes = Map<TableName, string>

/**
 * Copies the server's database into an SQLite file as of this moment, while others continue to write, then reads the
 * file and compares.
 * @throws ExpectedError of the kinds `backup` and `database`
 */
export async function copyFromServer({ dataDir, to, progress, signal }: Options): Promise<void> {
  /* A backup without pictures would look like a complete one. */
  if (!fs.existsSync(dataDir)) throw new ExpectedError('backup.noDataFolder', { folder: dataDir })
  const server = openServer(dataDir, { isMigrated: true })
  const copy = openSqliteCopy(to)
  try {
    const hashes = await server.snapshot(async snapshot => {
      refuseUnlike(await snapshot.migrations(), server.name)
      return copyTables(snapshot, copy, { progress, signal })
    })
    await compare(copy, hashes, signal)
  } catch (error) {
    throw serverFault(error, server.name)
  } finally {
    copy.close()
    await server.close()
  }
}

async function copyTables(
  { db }: PostgresSnapshot,
  copy: SqliteCopy,
  { progress = () => {}, signal }: Pick<Options, 'progress' | 'signal'>,
): Promise<Hashes> {
  const from = { engine: 'postgres', reader: db } as const
  const hashes: Hashes = new Map()
  let total = 0
  for (const name of tableOrder) total += await countRows(from, name)
  let done = 0
  for (const name of tableOrder) {
    const hash = new RowsHash()
    await copyTable({
      ...{ from, to: copy, name, signal },
      onRows: rows => {
        hash.add(rows)
        done += rows.length
        progress(done, total)
      },
    })
    hashes.set(name, hash.digest())
  }
  await continueNumbering(from, copy.reader, 'sqlite')
  return hashes
}

async function compare(copy: SqliteCopy, hashes: Hashes, signal?: AbortSignal): Promise<void> {
  for (const [name, hash] of hashes) {
    signal?.throwIfAborted()
    if ((await tableHash(copy, name)) === hash) continue
    throw new ExpectedError('backup.copyDiffers', { table: name })
  }
}

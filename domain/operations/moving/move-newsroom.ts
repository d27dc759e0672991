import type { Database } from '#db/database.ts'
import { continueNumbering, countRows, lastRow } from '#db/moving/table-rows.ts'
import { type TableName, tableOrder } from '#db/schema/table-order.ts'
import type { Tx } from '#db/write.ts'
import { holdCopyIn } from '#domain/distribution/newsletter/holding.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { copyTable } from './copy-table.ts'
import { fullTables } from './full-tables.ts'
import { tableHash } from './table-hash.ts'

export type MoveReport = {
  from: string
  to: string
  tables: { name: TableName; rows: number }[]
  /** The newsletter sends nothing from the target until a person lets it: the source may still send. */
  isSendingHeld: boolean
}

type Options = {
  from: Database
  to: Database
  /** Continues an interrupted move into this target. */
  resume?: boolean
  progress?: (step: 'copied' | 'compared', done: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Copies every row into an empty database, of the other engine or the same, and compares both table by table. The
 * source is not changed. An interrupted move can be continued: rows are copied in the order of their keys.
 * @throws ExpectedError `move` when the target is not empty, or does not hold the same afterwards
 */
export async function moveNewsroom(options: Options): Promise<MoveReport> {
  const { from, to, resume = false, progress = () => {}, signal } = options
  await Promise.all([from.ready, to.ready])
  await (resume ? refuseOther(from, to) : refuseFull(to))
  const counts = await countsOf(from)
  const total = sum(counts)
  let copied = sum(await countsOf(to))
  for (const name of tableOrder) {
    await copyTable({
      ...{ from, to, name, signal },
      after: await lastRow(to, name),
      onRows: rows => {
        copied += rows.length
        progress('copied', copied, total)
      },
    })
  }
  await to.transact(db => continueNumbering(from, db, to.engine))
  await compare(options, total)
  /* Comes last: from here on the two are not the same. */
  const isSendingHeld = await to.transact(db => holdCopyIn(db as Tx, 'moved'))
  return {
    from: from.name,
    to: to.name,
    tables: [...counts].map(([name, rows]) => ({ name, rows })),
    isSendingHeld,
  }
}

async function refuseFull(to: Database): Promise<void> {
  const full = await fullTables(to)
  if (full.length === 0) return
  const tables = full.map(({ name, rows }) => `${name} ${rows}`).join(', ')
  throw new ExpectedError('move.targetNotEmpty', { target: to.name, tables })
}

/* Rows of another newsroom must not be mixed with these. */
async function refuseOther(from: Database, to: Database): Promise<void> {
  for (const name of tableOrder) {
    const first = await countRows(to, name)
    const [one, other] = await Promise.all([tableHash(from, name, { first }), tableHash(to, name, { first })])
    if (one === other) continue
    throw new ExpectedError('move.otherNewsroom', { target: to.name, source: from.name, table: name })
  }
}

async function compare({ from, to, progress = () => {}, signal }: Options, total: number): Promise<void> {
  let compared = 0
  const differing: TableName[] = []
  for (const name of tableOrder) {
    signal?.throwIfAborted()
    const [one, other] = await Promise.all([
      tableHash(from, name, {
        onRows: rows => {
          compared += rows
          progress('compared', compared, total)
        },
      }),
      tableHash(to, name),
    ])
    if (one !== other) differing.push(name)
  }
  if (differing.length === 0) return
  throw new ExpectedError('move.differs', { source: from.name, tables: differing.join(', ') })
}

async function countsOf(database: Database): Promise<Map<TableName, number>> {
  const counts = new Map<TableName, number>()
  for (const name of tableOrder) counts.set(name, await countRows(database, name))
  return counts
}

const sum = (counts: Map<TableName, number>) => [...counts.values()].reduce((all, rows) => all + rows, 0)

/* With 100,000 subscribers, each of these is asked while readers wait or while others write. */

import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { engine } from '#db/engine.ts'
import { reader, sqliteDatabase } from '#db/open.ts'
import { write } from '#db/write.ts'
import { aSubscriber } from '#testing/newsletter.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { claimDeferred, claimNext } from './claims.ts'
import {
  handOver,
  hasHeldDeliveries,
  listedDeliveries,
  nextDeferredAt,
  noteReturned,
  recoverDeliveries,
  releaseClaims,
  settleDeliveries,
} from './deliveries.ts'
import {
  countDeliveries,
  countNotReached,
  deleteOldDeliveries,
  type Edition,
  insertEdition,
} from './editions.ts'
import { countAll, deleteSubscriber, deliveriesOf, subscriberOf, subscribersAfter } from './subscribers.ts'

const GROWING = ['subscribers', 'subscriptions', 'deliveries', 'newsletter_requests', 'suppressions']

const at = new Date('2026-01-03T08:00:00Z')
const edition = {
  id: 1,
  newsletter: 'daily',
  state: 'sending',
  madeAt: new Date('2026-01-04T06:00:00Z'),
  reached: 0,
} as Edition
const own = { editionId: 1, holder: 'one' }
const claim = { edition, locales: ['ar', 'en'] as const, holder: 'one', now: at, most: 100 }
const outcomes = [
  { subscriberId: 1, state: 'sent' as const, answer: null },
  { subscriberId: 2, state: 'waiting' as const, answer: 'Later', nextAt: at, attempts: 1 },
]

const queries: [string, () => Promise<unknown>][] = [
  ['claiming the next', () => write(tx => claimNext(tx, claim))],
  ['claiming what was put off', () => write(tx => claimDeferred(tx, claim))],
  ['handing over', () => write(tx => handOver(tx, { ...own, subscriberIds: [1, 2, 3] }))],
  ['settling', () => write(tx => settleDeliveries(tx, own, outcomes))],
  ['giving back', () => write(tx => releaseClaims(tx, own))],
  ['recovering', () => write(tx => recoverDeliveries(tx, 1))],
  ['noting what came back', () => write(tx => noteReturned(tx, { ...own, subscriberId: 1, answer: '' }))],
  ['whether something is held', () => hasHeldDeliveries(reader(), 1)],
  ['when the next is due', () => nextDeferredAt(reader(), 1)],
  ['listing', async () => listedDeliveries(reader(), { ...own, states: ['sent'], after: 0, limit: 9 })],
  ['counting what became of an edition', () => countDeliveries(reader(), 1)],
  ['counting whom it has not come to', () => countNotReached(reader(), edition, claim.locales)],
  ['deleting old deliveries', () => write(tx => deleteOldDeliveries(tx, at, 1_000))],
  ['a batch of subscribers', () => subscribersAfter(reader(), 0, 500)],
  ['a subscriber', () => subscriberOf(reader(), 'reader@example.org')],
  ['what a subscriber got', () => deliveriesOf(reader(), 1)],
  ['deleting a subscriber', () => write(tx => deleteSubscriber(tx, 1))],
]

aNewsroom()
const seen = new Set<string>()

beforeEach(async () => {
  for (const name of ['one', 'two', 'three']) await aSubscriber(`${name}@example.org`)
  const dueAt = new Date('2026-01-04T06:00:00Z')
  const more = { newsletter: 'daily', madeAt: dueAt, newsUntil: dueAt } as const
  await write(async tx => {
    /* One that is on its way, with somebody whom it was put off for, and one that has long ended. */
    await insertEdition(tx, { ...more, dueAt, state: 'sending' })
    await insertEdition(tx, { ...more, dueAt: at, state: 'sent', finishedAt: new Date(0) })
    await claimNext(tx, { ...claim, edition: { ...edition, id: 2 }, most: 1 })
    await claimNext(tx, { ...claim, most: 2 })
    await settleDeliveries(tx, own, outcomes)
  })
  seen.clear()
  if (engine === 'postgres') watchPostgres()
  else watchSqlite()
})
afterEach(() => {
  vi.restoreAllMocks()
})

function watchPostgres(): void {
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text
    seen.add(text)
    return Reflect.apply(query, this, args)
  } as typeof query)
}

function watchSqlite(): void {
  const { connection, reader: readers } = sqliteDatabase()
  const { session } = readers as unknown as { session: { client: typeof connection } }
  for (const each of [connection, session.client]) {
    const prepare = each.prepare.bind(each)
    vi.spyOn(each, 'prepare').mockImplementation((statement: string) => {
      seen.add(statement)
      return prepare(statement) as ReturnType<typeof each.prepare>
    })
  }
}

/* Both engines are asked without rows and without statistics, so what is held is that an index is there to be used. */
async function walksOf(statement: string): Promise<string[]> {
  const plan =
    engine === 'postgres'
      ? await postgresPlan(statement)
      : (await sqlitePlan(statement)).map(({ detail }) => detail)
  return plan.filter(line =>
    GROWING.some(table => new RegExp(`(^SCAN |Seq Scan on )"?${table}"?( |$)`).test(line)),
  )
}

async function sqlitePlan(statement: string): Promise<{ detail: string }[]> {
  const values = Array<number>((statement.match(/\?/g) ?? []).length).fill(0)
  return sqliteDatabase()
    .connection.prepare(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...values) as { detail: string }[]
}

async function postgresPlan(statement: string): Promise<string[]> {
  return write(async tx => {
    const { execute } = tx as unknown as { execute: (query: unknown) => Promise<pg.QueryResult> }
    const run = execute.bind(tx)
    await run(sql.raw('SET LOCAL enable_seqscan = off'))
    const { rows } = await run(sql.raw(`EXPLAIN (GENERIC_PLAN) ${statement}`))
    return rows.map(row => String(row['QUERY PLAN']))
  })
}

async function walks(run: () => Promise<unknown>): Promise<string[]> {
  await run()
  const statements = [...seen].filter(
    statement => /^(select|update|delete|insert)/i.test(statement) && !/advisory_xact_lock/.test(statement),
  )
  expect(statements.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const statement of statements) found.push(...(await walksOf(statement)))
  return found
}

describe('with many subscribers', () => {
  it.each(queries)('%s walks through no table that grows', async (_, run) => {
    expect(await walks(run)).toEqual([])
  })

  it('counting all of them does, which is seen here', async () => {
    expect(await walks(() => countAll(reader()))).toHaveLength(1)
  })
})

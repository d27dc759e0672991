/* Builds the portal: the readers' script, the pages (Next), and the bundles of server/ and cli/. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { forgetBuild, isBuilt, rememberBuild } from './built.mjs'
import { bundleEnhance, bundlePress, bundleServer, root } from './bundle.mjs'
import { alone } from './install/alone.mjs'
import { installedPackages } from './install/packages.mjs'
import { endBySignal, handOnSignals } from './signals.mjs'
import { hashSources } from './source-state.mjs'

/**
 * @param {{ quiet?: boolean, ifChanged?: boolean }} options quiet: the framework's own lines are shown only when it
 *   fails; ifChanged: nothing is done when the sources are those of the build at hand
 */
export async function build({ quiet = false, ifChanged = false } = {}) {
  const onWait = () => process.stderr.write('Another program is building; waiting for it…\n')
  await alone('building', () => buildAll({ quiet, ifChanged }), { onWait })
}

async function buildAll({ quiet, ifChanged }) {
  const sources = hashSources(root)
  if (ifChanged && isBuilt(sources)) return
  forgetBuild()
  await Promise.all([bundleEnhance(), bundlePress(), bundleServer()])
  keepFormerFiles()
  const before = JSON.stringify(installedPackages(root))
  await buildPages(quiet)
  /* The framework installs every package of package.json without a word when it misses one. */
  if (JSON.stringify(installedPackages(root)) !== before) {
    throw new Error(
      'The build installed packages. What it needs must stand among the dependencies of package.json.',
    )
  }
  rememberBuild(sources)
}

const builtDir = path.join(root, process.env.PRESS_NEXT_DIR || '.next', 'static')
const formerDir = path.join(root, 'dist/former-static')
const KEEP_FORMER_MS = 24 * 60 * 60 * 1000

/* Pages that somebody keeps open, or that a cache in front still holds, go on asking for the files of their own build. */
function keepFormerFiles() {
  if (fs.existsSync(builtDir)) {
    fs.cpSync(builtDir, formerDir, { recursive: true })
    const now = new Date()
    for (const file of filesOf(builtDir)) fs.utimesSync(path.join(formerDir, file), now, now)
  }
  for (const file of filesOf(formerDir).map(name => path.join(formerDir, name))) {
    if (Date.now() - fs.statSync(file).mtimeMs > KEEP_FORMER_MS) fs.rmSync(file)
  }
}

function filesOf(dir) {
  if (!fs.existsSync(dir)) return []
  const entries = fs.readdirSync(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)))
}

async function buildPages(quiet) {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  })
  const said = []
  child.stdout?.on('data', chunk => said.push(chunk))
  child.stderr?.on('data', chunk => said.push(chunk))
  const { code, interruption } = await handOnSignals(child)
  if (interruption) endBySignal(interruption)
  if (code === 0) return
  process.stderr.write(Buffer.concat(said))
  throw new Error('The pages could not be built.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { argv } = process
    await build({ quiet: argv.includes('--quiet'), ifChanged: argv.includes('--if-changed') })
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/* Builds the portal: the readers' script, the pages (Next), and the bundles of server/ and cli/. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleEnhance, bundlePress, bundleServer, root } from './bundle.mjs'

/** @param {{ quiet?: boolean }} options quiet: the framework's own lines are shown only when it fails */
export async function build({ quiet = false } = {}) {
  await Promise.all([bundleEnhance(), bundlePress(), bundleServer()])
  keepFormerFiles()
  await buildPages(quiet)
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

function buildPages(quiet) {
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules/next/dist/bin/next')
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    const said = []
    child.stdout?.on('data', chunk => said.push(chunk))
    child.stderr?.on('data', chunk => said.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Error('The pages could not be built.'))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ quiet: process.argv.includes('--quiet') })
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

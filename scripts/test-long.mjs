/*
 * `npm run test:long`: what does not fit into `npm test`. The same tests on Node 24, in a copy of the committed and
 * uncommitted sources with packages of its own, and accessibility on every route at every width (e2e/long/).
 */
import './node-version.mjs'
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, runNpm } from './install.mjs'
import { noTests, sum, totalsLine } from './test-totals.mjs'

const NODE_PACKAGE = 'node@24.21.0'
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const workshop = fs.mkdtempSync(path.join(os.tmpdir(), 'arab-press-long-'))
process.chdir(root)

try {
  await ensureInstalled({ onInstall: () => process.stdout.write('Installing packages…\n') })
  const { findChromium } = await import('./find-chromium.mjs')
  process.env.PRESS_CHROMIUM = await findChromium({ say: line => process.stdout.write(`${line}\n`) })

  const node = await fetchNode()
  process.stdout.write(`\n══ Everything on Node ${versionOf(node)}, and every route at every width\n`)
  const copy = copySources()
  const totals = await runTests(node, copy)
  const { passed, failed, skipped } = sum([totals])
  process.stdout.write(`\n${totalsLine({ passed, failed, skipped })}\n`)
  process.exitCode = failed > 0 ? 1 : 0
} catch (error) {
  process.stdout.write(`${error.message}\n${totalsLine({ ...noTests, failed: 1 })}\n`)
  process.exitCode = 1
} finally {
  fs.rmSync(workshop, { recursive: true, force: true })
}

/* The package `node` brings the binary of its version. */
async function fetchNode() {
  const folder = path.join(workshop, 'node')
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true,"allowScripts":{"node":true}}')
  const args = ['install', NODE_PACKAGE, '--no-audit', '--no-fund', '--no-save', '--loglevel=error']
  await runNpm(args, { cwd: folder })
  const binaries = fs
    .readdirSync(path.join(folder, 'node_modules'), { recursive: true })
    .map(name => path.join(folder, 'node_modules', name))
    .filter(file => /\/bin\/node$/.test(file) && fs.statSync(file).isFile())
  const works = binaries.sort(byHeaders).find(file => versionOf(file))
  if (!works) throw new Error(`${NODE_PACKAGE} brought no Node that runs here.`)
  return works
}

/* Of two copies of the binary, the one with headers beside it. */
function byHeaders(one, other) {
  return Object.keys(headersOf(other)).length - Object.keys(headersOf(one)).length
}

/* Native modules that have no binary for this Node compile against its own headers. */
function headersOf(node) {
  const folder = path.resolve(path.dirname(node), '..')
  return fs.existsSync(path.join(folder, 'include/node/node.h')) ? { npm_config_nodedir: folder } : {}
}

function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim().slice(1) : null
}

/* What git knows or would know: neither packages nor builds nor data. */
function copySources() {
  const copy = path.join(workshop, 'copy')
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (listed.status !== 0) throw new Error('The list of sources needs git.')
  for (const name of listed.stdout.split('\0').filter(file => file && fs.existsSync(file))) {
    const target = path.join(copy, name)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.copyFileSync(name, target)
  }
  /* Playwright and the code style check look at what git says. */
  spawnSync('git', ['init', '--quiet'], { cwd: copy })
  return copy
}

function runTests(node, copy) {
  const totalsFile = path.join(workshop, 'totals.json')
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    npm_node_execpath: node,
    NODE: node,
    ...headersOf(node),
    E2E_LONG: '1',
    PRESS_TOTALS_FILE: totalsFile,
  }
  return new Promise(resolve => {
    const child = spawn(node, ['scripts/test.mjs'], {
      cwd: copy,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve({ ...noTests, failed: 1 }))
    child.on('close', () => {
      const isThere = fs.existsSync(totalsFile)
      resolve(isThere ? JSON.parse(fs.readFileSync(totalsFile, 'utf8')) : { ...noTests, failed: 1 })
    })
  })
}

/*
 * `npm run test:long`: what does not fit into `npm test`. In a copy of the committed and uncommitted sources, with
 * packages of its own: everything on this Node, with accessibility on every route at every width (e2e/long/), then
 * unit tests, build and a browser on each other line of Node that the portal runs on.
 */
import './node-version.mjs'
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install/install.mjs'
import { runNpm } from './install/npm.mjs'
import { nodeIn, packageOfNode } from './launch/fetch-node.mjs'
import { withProgress } from './progress.mjs'
import { endBySignal, handOnSignals } from './signals.mjs'
import { noTests, sum, totalsLine } from './test/test-totals.mjs'

const LINES = ['22.23', '24.22', '26.10']
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const workshop = fs.mkdtempSync(path.join(os.tmpdir(), 'arab-press-long-'))
process.once('exit', () => fs.rmSync(workshop, { recursive: true, force: true }))
process.chdir(root)

const totals = []
try {
  await ensureInstalled({ withDev: true })
  const { findChromium } = await import('./test/find-chromium.mjs')
  process.env.PRESS_CHROMIUM = await findChromium({ say: line => process.stdout.write(`${line}\n`) })

  const copy = copySources()
  totals.push(
    await runTests({ node: process.execPath, what: 'Everything', program: 'scripts/test.mjs', copy }),
  )
  for (const line of LINES.filter(each => !isRunning(each))) totals.push(await testOn(line, copy))
} catch (error) {
  process.stdout.write(`${error.message}\n`)
  totals.push({ ...noTests, failed: 1 })
}
const all = sum(totals)
process.stdout.write(`\n${totalsLine(all)}\n`)
process.exitCode = all.failed > 0 ? 1 : 0

function isRunning(line) {
  return process.versions.node.split('.')[0] === line.split('.')[0]
}

async function testOn(line, copy) {
  const node = await fetchLine(line)
  if (node === null) {
    process.stdout.write(`\nnpm has no Node ${line} for this platform, so that line is skipped.\n`)
    return { ...noTests, skipped: 1 }
  }
  return runTests({
    node,
    what: 'Unit tests, build and a browser',
    program: 'scripts/test/test-line.mjs',
    copy,
  })
}

/* Null when there is none for this platform. */
async function fetchLine(line) {
  const name = packageOfNode()
  if (!name) return null
  const folder = path.join(workshop, `node-${line}`)
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
  const args = ['install', `${name}@~${line}.0`, '--no-save', '--ignore-scripts']
  try {
    await withProgress(`Fetching Node ${line}`, () => runNpm(args, { cwd: folder }))
  } catch (error) {
    /* npm's code for a version that a package does not have. */
    if (/ETARGET/.test(error.message)) return null
    throw error
  }
  return nodeIn(folder)
}

/* Copies the files that git tracks or would track: neither packages nor builds nor data. */
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

async function runTests({ node, what, program, copy }) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1)
  process.stdout.write(`\n══ ${what} on Node ${version}\n`)
  const totalsFile = path.join(workshop, 'totals.json')
  fs.rmSync(totalsFile, { force: true })
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    npm_node_execpath: node,
    NODE: node,
    E2E_LONG: program === 'scripts/test.mjs' ? '1' : '',
    PRESS_TOTALS_FILE: totalsFile,
  }
  const child = spawn(node, [program], { cwd: copy, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const { interruption } = await handOnSignals(child)
  if (interruption) endBySignal(interruption)
  const isThere = fs.existsSync(totalsFile)
  return isThere ? JSON.parse(fs.readFileSync(totalsFile, 'utf8')) : { ...noTests, failed: 1 }
}

/* `npm test`: everything, from a fresh clone. It goes on after a failure, and ends with the true totals. */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { noTests, playwrightTotals, sum, totalsLine, vitestTotals } from './test-totals.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const reports = { vitest: '.cache/vitest.json', playwright: '.cache/playwright.json' }
const totals = []
/* What readers see and what becomes of a change; `npm run test:long` tries all of it. */
const POSTGRES_SPECS =
  process.env.E2E_LONG === '1'
    ? []
    : ['reading', 'freshness', 'two-instances', 'two-behind-a-proxy', 'many-processes', 'database-away']

try {
  await stage('Packages', () => ensureInstalled())
  await check('Types', ['scripts/types.mjs'])
  await check('Code style', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
  await check('Style sheets', ['node_modules/stylelint/bin/stylelint.mjs', '{app,components}/**/*.css'])
  await check('Directions of imports', ['scripts/check-house.mjs'])
  await stage('Unit tests', runUnitTests)
  const isBuilt = await check('Production build', ['scripts/build.mjs', '--quiet'])
  if (isBuilt) {
    await stage('Browser tests', () => runBrowserTests())
    await stage('Browser tests on PostgreSQL', runBrowserTestsOnPostgres)
  } else failed('Browser tests could not run without the build')
} catch (error) {
  failed(error.message)
}

const all = sum(totals)
/* For `npm run test:long`, which runs this under another Node. */
if (process.env.PRESS_TOTALS_FILE) fs.writeFileSync(process.env.PRESS_TOTALS_FILE, JSON.stringify(all))
process.stdout.write(`\n${totalsLine(all)}\n`)
process.exitCode = all.failed > 0 ? 1 : 0

async function runUnitTests() {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  const code = await runReported(reports.vitest, [...vitest, `--outputFile.json=${reports.vitest}`])
  totals.push(vitestTotals(readReport(reports.vitest), code))
}

async function runBrowserTests({ specs = [], environment = {} } = {}) {
  const { findChromium } = await import('./find-chromium.mjs')
  const chromium = await findChromium({ say: line => process.stdout.write(`${line}\n`) })
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', ...specs]
  const code = await runReported(reports.playwright, playwright, {
    ...environment,
    PRESS_CHROMIUM: chromium,
  })
  totals.push(playwrightTotals(readReport(reports.playwright), code))
}

async function runBrowserTestsOnPostgres() {
  const { createDatabase, startPostgres } = await import('./postgres-server.mjs')
  const server = await startPostgres().catch(error => {
    process.stdout.write(`No PostgreSQL server, so these tests are skipped: ${error.message}\n`)
    return null
  })
  if (!server) return totals.push({ ...noTests, skipped: POSTGRES_SPECS.length || 1 })
  try {
    const environment = {
      E2E_POSTGRES: server.url,
      E2E_DATABASE_URL: await createDatabase(server.url, 'press_e2e'),
    }
    await runBrowserTests({ specs: POSTGRES_SPECS, environment })
  } finally {
    await server.stop()
  }
}

/* A report of an earlier run must never be taken for this one's. */
function runReported(report, args, environment) {
  fs.mkdirSync(path.dirname(report), { recursive: true })
  fs.rmSync(report, { force: true })
  return runNode(args, environment)
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A check that passes or fails as one test. */
async function check(name, args) {
  const code = await stage(name, () => runNode(args))
  totals.push({ ...noTests, [code === 0 ? 'passed' : 'failed']: 1 })
  return code === 0
}

async function stage(name, work) {
  const begun = Date.now()
  process.stdout.write(`\n── ${name}\n`)
  try {
    return await work()
  } finally {
    process.stdout.write(`── ${name}: ${Math.round((Date.now() - begun) / 1000)} s\n`)
  }
}

function failed(reason) {
  process.stdout.write(`${reason}\n`)
  totals.push({ ...noTests, failed: 1 })
}

function runNode(args, environment = {}) {
  return new Promise(resolve => {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment }
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(code ?? 1))
  })
}

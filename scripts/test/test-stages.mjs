/* The stages that the test programs are made of. Each counts what passed and what failed, and none ends the run. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '#scripts/install/install.mjs'
import { lintSteps } from '#scripts/lint.mjs'
import { runNode } from '#scripts/node-steps.mjs'
import { noTests, playwrightTotals, sum, totalsLine, vitestTotals } from './test-totals.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const reports = { vitest: '.cache/vitest.json', playwright: '.cache/playwright.json' }
const totals = []

/** Runs a whole program of stages, prints the true totals as the last line, and sets the exit code. */
export async function runStages(stages) {
  process.chdir(root)
  try {
    await stages()
  } catch (error) {
    failed(error.message)
  }
  const all = sum(totals)
  /* For `npm run test:long`, which runs this under another Node. */
  if (process.env.PRESS_TOTALS_FILE) fs.writeFileSync(process.env.PRESS_TOTALS_FILE, JSON.stringify(all))
  process.stdout.write(`\n${totalsLine(all)}\n`)
  process.exitCode = all.failed > 0 ? 1 : 0
}

export function installAll() {
  return stage('Packages', () => ensureInstalled({ withDev: true }))
}

export async function checkSources() {
  await check('Types', ['scripts/types.mjs'])
  for (const [name, args] of lintSteps) await check(name, args)
}

/** @param {string[]} [options] of vitest, such as `--project=sqlite` */
export function unitTests(options = []) {
  return stage('Unit tests', async () => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
    const code = await runReported(reports.vitest, [
      ...vitest,
      `--outputFile.json=${reports.vitest}`,
      ...options,
    ])
    totals.push(vitestTotals(readReport(reports.vitest), code))
  })
}

/** Builds, and runs what needs the build. */
export async function withBuild(stages) {
  if (await check('Production build', ['scripts/build.mjs', '--quiet'])) await stages()
  else failed('Browser tests could not run without the build')
}

/** @param {string[]} [specs] all when none is named */
export function browserTests(specs) {
  return stage('Browser tests', () => runBrowserTests({ specs }))
}

/** @param {string[]} specs */
export function browserTestsOnPostgres(specs) {
  return stage('Browser tests on PostgreSQL', async () => {
    const { createDatabase, startPostgres } = await import('#scripts/postgres/postgres-server.mjs')
    const server = await startPostgres().catch(error => {
      process.stdout.write(`No PostgreSQL server, so these tests are skipped: ${error.message}\n`)
      return null
    })
    if (!server) return totals.push({ ...noTests, skipped: specs.length || 1 })
    try {
      const environment = {
        E2E_POSTGRES: server.url,
        E2E_DATABASE_URL: await createDatabase(server.url, 'press_e2e'),
      }
      await runBrowserTests({ specs, environment })
    } finally {
      await server.stop()
    }
  })
}

async function runBrowserTests({ specs = [], environment = {} }) {
  const { findChromium } = await import('./find-chromium.mjs')
  const chromium = await findChromium({ say: line => process.stdout.write(`${line}\n`) })
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', ...specs]
  const code = await runReported(reports.playwright, playwright, {
    ...environment,
    PRESS_CHROMIUM: chromium,
  })
  totals.push(playwrightTotals(readReport(reports.playwright), code))
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

/* A check passes or fails as one test. */
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

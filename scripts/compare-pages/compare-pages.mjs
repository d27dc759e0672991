/*
 * `npm run compare-pages -- <revision>`: whether readers get the same bytes as at another revision. Builds that revision
 * in a folder of its own, serves one newsroom with both builds in turn, and compares every page that the fronts, feeds
 * and sitemaps lead to, with missing, withdrawn and mistyped ones. Ends with 1 when one differs.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#scripts/free-port.mjs'
import { collectPages } from './collect-pages.mjs'
import { pageDifferences } from './page-differences.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const workshop = path.join(root, '.cache/compare-pages')
/* Both builds call themselves so in absolute links, whatever port they have. */
const PUBLIC_ORIGIN = 'http://localhost:3000'
const START_LIMIT_MS = 120_000
const SHOWN = 20

const revision = process.argv[2]
if (!revision) {
  process.stderr.write('Name the revision to compare with: npm run compare-pages -- HEAD~3\n')
  process.exit(2)
}

try {
  const before = checkOut(revision)
  for (const folder of [before, root]) build(folder)
  const newsroom = await makeNewsroom(before)
  const pages = []
  for (const folder of [before, root]) pages.push(await pagesOf(folder, newsroom))
  report(...pages)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function checkOut(wanted) {
  const folder = path.join(workshop, 'before')
  const commit = run('git', ['rev-parse', '--verify', '--quiet', `${wanted}^{commit}`], root).trim()
  if (!fs.existsSync(path.join(folder, '.git')))
    run('git', ['clone', '--quiet', '--shared', root, folder], root)
  run('git', ['fetch', '--quiet', 'origin', commit], folder)
  run('git', ['checkout', '--quiet', '--force', commit], folder)
  return folder
}

function build(folder) {
  const lock = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8')
  const stamp = path.join(folder, '.cache/compared-lock')
  if (folder !== root && (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== lock)) {
    process.stdout.write('Installing the packages of that revision…\n')
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], folder)
    fs.mkdirSync(path.dirname(stamp), { recursive: true })
    fs.writeFileSync(stamp, lock)
  }
  process.stdout.write(`Building ${folder === root ? 'what is here' : 'that revision'}…\n`)
  run(process.execPath, ['scripts/build.mjs', '--quiet'], folder)
}

/* The demonstration, with what it lacks: breaking news, and an article that was withdrawn. */
async function makeNewsroom(folder) {
  const data = path.join(workshop, 'newsroom')
  fs.rmSync(data, { recursive: true, force: true })
  await (await serve(folder, data)).stop()
  const press = (...args) => run(process.execPath, ['dist/press.js', ...args], folder, { PRESS_DATA: data })
  const [first, second] = JSON.parse(press('article', 'list', '--locale', 'en', '--json')).map(
    ({ storyId }) => storyId,
  )
  press('breaking', 'set', '--locale', 'en', '--story', String(first))
  press('breaking', 'set', '--locale', 'ar', '--text', 'نبأ عاجل: BBC News تنقل عن الوزير')
  press('article', 'withdraw', String(second), '--locale', 'en')
  return data
}

async function pagesOf(folder, newsroom) {
  const data = path.join(workshop, 'data')
  fs.rmSync(data, { recursive: true, force: true })
  fs.cpSync(newsroom, data, { recursive: true })
  const portal = await serve(folder, data)
  try {
    return await collectPages(portal.origin, PUBLIC_ORIGIN)
  } finally {
    await portal.stop()
  }
}

async function serve(folder, data) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PRESS_DATA: data,
      PRESS_URL: PUBLIC_ORIGIN,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
  })
  const ended = new Promise(resolve => child.once('close', resolve))
  const deadline = Date.now() + START_LIMIT_MS
  while (
    !(await fetch(`${origin}/readyz`).then(
      answer => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The portal of ${folder} did not start.`)
    await sleep(200)
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function report(before, after) {
  const differences = pageDifferences(before, after)
  for (const difference of differences.slice(0, SHOWN)) {
    process.stdout.write(`\n${difference.path}\n- ${difference.before}\n+ ${difference.after}\n`)
  }
  process.stdout.write(`${differences.length} of ${after.size} pages differ from ${revision}\n`)
  process.exitCode = differences.length > 0 ? 1 : 0
}

function run(command, args, cwd, environment = {}) {
  const { status, error, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} did not work in ${cwd}.`)
  return stdout
}

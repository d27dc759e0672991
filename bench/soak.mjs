/*
 * `npm run bench:soak [-- MINUTES]`: the server's memory under mixed load while a desk publishes every second. It
 * exits with 1 when memory grows or passes its limit.
 */
import '#scripts/node-version.mjs'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from './built.mjs'
import { growthByMinute } from './growth.mjs'
import { fetchPage, keepAliveAgent } from './load/fetch-page.mjs'
import { articlePaths, copyOfNewsroom, startProgram } from './newsrooms.mjs'
import { pinThisProcess, residentMegabytes, withServers } from './servers/pinned.mjs'
import { startPortal } from './servers/portal.mjs'
import { FIRST_PORT, SMALL } from './settings.mjs'
import { printTable, rounded } from './table.mjs'

const MOST_MEGABYTES = 512
/**
 * Growth of memory in ten minutes, as a share of the mean, below which memory counts as flat. Measured in the second
 * half of the time.
 */
const MOST_GROWTH = 0.05
const CONNECTIONS = 24
const REST_MS = 4
const EXAMPLES = 3

const minutes = Number(process.argv[2] ?? 10)
if (!(minutes > 0 && minutes <= 24 * 60)) {
  process.stderr.write('npm run bench:soak [-- MINUTES]: how long, 10 minutes when it is not said\n')
  process.exit(2)
}

await ensureBuilt()
pinThisProcess()
const dataDir = await copyOfNewsroom(SMALL, 'soak')
try {
  const paths = await articlePaths(dataDir, SMALL)
  const rows = await withServers(async start => {
    const portal = await start(startPortal(dataDir, FIRST_PORT))
    return rowsOf(await soak(portal, paths))
  })
  printTable(rows)
  if (rows.some(row => !row.holds)) process.exitCode = 1
} finally {
  fs.rmSync(dataDir, { recursive: true, force: true })
}

async function soak({ pid, origin }, paths) {
  const until = Date.now() + minutes * 60_000
  const desk = await startProgram('desk', [dataDir, String(Math.ceil(minutes * 60)), '1000'])
  desk.stdout.resume()
  const agent = keepAliveAgent(CONNECTIONS)
  const counts = { answers: 0, faults: 0, busy: 0, examples: new Set() }
  const samples = []
  const readers = Array.from({ length: CONNECTIONS }, (_, index) => readOn(index))
  while (Date.now() < until) {
    samples.push({ second: (Date.now() - until) / 1000 + minutes * 60, megabytes: residentMegabytes(pid) })
    if (process.stderr.isTTY) process.stderr.write(`\r${samples.at(-1).megabytes.toFixed(0)} MB `)
    await sleep(1000)
  }
  await Promise.all(readers)
  desk.kill('SIGTERM')
  agent.destroy()
  if (process.stderr.isTTY) process.stderr.write('\n')
  return { samples, counts }

  async function readOn(reader) {
    for (let index = reader; Date.now() < until; index += CONNECTIONS) {
      const { path, expected, headers, method } = request(index)
      try {
        const { status } = await fetchPage(`${origin}${path}`, { agent, headers, method })
        counts.answers++
        if (status === 503) counts.busy++
        else if (!expected.includes(status)) note(`${status} for ${path}`)
      } catch (error) {
        note(`${error.message} for ${path}`)
      }
      await sleep(REST_MS)
    }
  }

  function note(fault) {
    counts.faults++
    if (counts.examples.size < EXAMPLES) counts.examples.add(fault)
  }

  /*
   * The mix of requests to a newspaper: mostly fronts and articles, many of them requested only once, and some
   * nonsense.
   */
  function request(index) {
    const locale = index % 2 === 0 ? 'ar' : 'en'
    const headers = { 'Accept-Encoding': ['br', 'gzip', 'identity'][index % 3] }
    const page = (path, expected = [200]) => ({ path, expected, headers, method: 'GET' })
    switch (index % 12) {
      case 0:
      case 1:
        return page(`/${locale}`)
      case 2:
        return page(`/${locale}/latest?page=${1 + (index % 200)}`)
      case 3:
        return page(`/${locale}/nowhere/at-all/${index}`, [404])
      case 4:
        return page(`/${locale}?utm_source=${index}&x=${index}`)
      case 5: {
        const bot = { ...headers, 'User-Agent': 'Mozilla/5.0 (compatible; SomeBot/2.1; +http://bot.example)' }
        return { ...page(paths[(index * 7) % paths.length], [200, 308]), headers: bot }
      }
      case 6:
        return { ...page(paths[index % 50], [200]), method: 'HEAD' }
      case 7:
        return page(`/wp-login.php?n=${index}`, [404, 307, 308])
      case 8:
        return page(paths[index % 50])
      default:
        return page(paths[(index * 31) % paths.length])
    }
  }
}

function rowsOf({ samples, counts }) {
  const most = Math.max(...samples.map(sample => sample.megabytes))
  const { perMinute, mean } = growthByMinute(samples.slice(samples.length >> 1))
  const growth = (perMinute * 10) / mean
  return [
    {
      figure: `memory, most in ${minutes} minutes`,
      measured: `${rounded(most)} MB`,
      target: `≤ ${MOST_MEGABYTES} MB`,
      ratio: (most / MOST_MEGABYTES).toFixed(2),
      holds: most <= MOST_MEGABYTES,
      note: `${rounded(counts.answers)} answers, ${rounded(counts.busy)} of them 503`,
    },
    {
      figure: 'memory, growth in the second half',
      measured: `${perMinute.toFixed(2)} MB a minute`,
      target: `≤ ${100 * MOST_GROWTH} % in ten minutes`,
      ratio: `${(100 * growth).toFixed(1)} %`,
      holds: growth <= MOST_GROWTH,
    },
    {
      figure: 'answers that were not what they should be',
      measured: rounded(counts.faults),
      target: '0',
      ratio: '',
      holds: counts.faults === 0,
      note: [...counts.examples].join('; ') || undefined,
    },
  ]
}

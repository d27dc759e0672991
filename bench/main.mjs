/*
 * `npm run bench`: every figure of docs/performance.md in turn, as one table; `npm run bench -- NAME…` only some.
 * It exits with 1 when a figure misses its target, and with 2 when it was called wrongly.
 */
import '#scripts/node-version.mjs'
import os from 'node:os'
import { ensureBuilt } from './built.mjs'
import { behindNginx } from './figures/behind-nginx.mjs'
import { cached } from './figures/cached.mjs'
import { engines } from './figures/engines.mjs'
import { lighthouse } from './figures/lighthouse.mjs'
import { newsletter } from './figures/newsletter.mjs'
import { pictures } from './figures/pictures.mjs'
import { publishing } from './figures/publishing.mjs'
import { search, searchPostgres } from './figures/search.mjs'
import { uncached } from './figures/uncached.mjs'
import { weight } from './figures/weight.mjs'
import { worstMinute } from './figures/worst-minute.mjs'
import { canPin, pinThisProcess } from './servers/pinned.mjs'
import { printTable, skipped } from './table.mjs'

const figures = {
  cached,
  nginx: behindNginx,
  uncached,
  engines,
  search,
  'search-postgres': searchPostgres,
  publishing,
  'worst-minute': worstMinute,
  pictures,
  newsletter,
  weight,
  lighthouse,
}
const HELP = `npm run bench [-- NAME…]

Takes the figures of docs/performance.md and prints them beside their targets.

  cached           answers a second of a cached article, against nginx, bare Node and the framework alone
  nginx            the same through the nginx configuration that is shipped
  uncached         answers for each second of processor time, with few articles and with many
  engines          pages and lists on PostgreSQL beside SQLite, moving, backups, and how soon another portal shows a change
  search           questions and suggestions over 100,000 articles
  search-postgres  the same on PostgreSQL
  publishing       whether readers see errors or old pages while another process publishes
  worst-minute     what readers feel at full load while the desk changes what stands on every page
  pictures         what others lose while a crawler asks for every size of 1,000 pictures, and the memory it takes
  newsletter       an edition to 100,000 subscribers, on a mail server that keeps nothing
  weight           bytes, requests, fonts and layout shift of a first visit on a phone
  lighthouse       Lighthouse's four categories

Newsrooms are made at the first run and kept in .cache/bench. The variables BENCH_SECONDS, BENCH_ROUNDS,
BENCH_SMALL, BENCH_LARGE, BENCH_COPIES, BENCH_PAGES, BENCH_PUBLICATIONS, BENCH_PICTURES, BENCH_CRAWL_SECONDS, BENCH_SEARCHED,
BENCH_QUESTIONS, BENCH_SUBSCRIBERS, BENCH_PORT and BENCH_NGINX shorten or move a run.
`

const names = process.argv.slice(2)
if (names.includes('--help') || names.includes('-h')) {
  process.stdout.write(HELP)
} else if (names.some(name => !(name in figures))) {
  process.stderr.write(`There is no figure "${names.find(name => !(name in figures))}".\n\n${HELP}`)
  process.exitCode = 2
} else {
  await takeFigures(names.length > 0 ? names : Object.keys(figures))
}

async function takeFigures(names) {
  await ensureBuilt()
  pinThisProcess()
  process.stdout.write(`${machine()}\n`)
  const rows = []
  for (const name of names) {
    if (process.stderr.isTTY) process.stderr.write(`${name}…\n`)
    try {
      rows.push(...(await figures[name]()))
    } catch (error) {
      rows.push({ ...skipped(name, '', error.message), holds: false })
    }
  }
  printTable(rows)
  if (rows.some(row => row.holds === false)) process.exitCode = 1
}

function machine() {
  const [{ model }] = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const pinning = canPin
    ? 'the server on one core, the client on another'
    : 'NOT pinned: taskset is not installed'
  const load = os.loadavg()[0]
  const busy = load > 0.5 ? `; the machine is busy (load ${load.toFixed(1)}): do not keep these figures` : ''
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} × ${model.trim()}, ${memory} GB, ${pinning}${busy}`
}

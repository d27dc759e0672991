import { createInterface } from 'node:readline'
import { eachOf, fetchPage, keepAliveAgent } from '#bench/load/fetch-page.mjs'
import { median, spread } from '#bench/median.mjs'
import { articlePaths, newsroomOf, startProgram } from '#bench/newsrooms.mjs'
import { cpuSeconds, withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT, PAGES, ROUNDS, SMALL } from '#bench/settings.mjs'
import { createDatabase, startPostgres } from '#scripts/postgres/postgres-server.mjs'
import { copies } from './copies.mjs'

const AT_ONCE = 4
/* The small newsroom has enough pages of lists for four rounds. */
const LISTS = 60
const PUBLICATIONS = 60
const EVERY_MS = 300

/**
 * PostgreSQL compared with SQLite on the same newsroom: moving, backing up and restoring it; uncached pages and
 * lists, in alternating rounds; and the delay until a portal shows what another process published.
 */
export async function engines() {
  const server = await startPostgres()
  try {
    const dataDir = await newsroomOf(SMALL)
    const url = await createDatabase(server.url, `press_bench_${process.pid}`)
    const rows = await copies(server.url, dataDir, url)
    rows.push(...(await withServers(start => uncachedPages(start, dataDir, url))))
    rows.push(await withServers(start => seenElsewhere(start, dataDir, url)))
    return rows
  } finally {
    await server.stop()
  }
}

async function uncachedPages(start, dataDir, url) {
  const sides = []
  for (const [index, settings] of [{ DATABASE_URL: '' }, { DATABASE_URL: url }].entries()) {
    const portal = await start(startPortal(dataDir, FIRST_PORT + index, settings))
    sides.push({ portal, articles: [], lists: [] })
  }
  const paths = await articlePaths(dataDir, (ROUNDS + 1) * PAGES)
  for (let round = 0; round <= ROUNDS; round++) {
    const pages = paths.slice(round * PAGES, (round + 1) * PAGES)
    for (const { portal, articles, lists } of sides) {
      const ofArticles = await rateOf(portal, pages)
      const ofLists = await rateOf(portal, listPaths(round))
      /* The first round warms up both. */
      if (round === 0) continue
      articles.push(ofArticles)
      lists.push(ofLists)
    }
  }
  return ['articles', 'lists'].map(kind => {
    const [file, database] = sides.map(side => median(side[kind]))
    return {
      figure: `uncached ${kind}, PostgreSQL beside SQLite`,
      measured: `${database.toFixed(1)} for each CPU second`,
      target: `SQLite: ${file.toFixed(1)}`,
      ratio: (database / file).toFixed(2),
      note: `the rounds differ by ${(100 * spread(sides[1][kind])).toFixed(0)} %; the database server's own time does not count`,
    }
  })
}

const listPaths = round =>
  Array.from(
    { length: LISTS },
    (_, index) => `/${index % 2 ? 'ar' : 'en'}/latest?page=${2 + round * LISTS + index}`,
  )

async function rateOf({ pid, origin }, paths) {
  const agent = keepAliveAgent(AT_ONCE)
  const before = cpuSeconds(pid)
  await eachOf(paths, AT_ONCE, async each => {
    const { status } = await fetchPage(`${origin}${each}`, { agent, headers: { 'Accept-Encoding': 'br' } })
    if (status !== 200) throw new Error(`${each} answers ${status}`)
  })
  agent.destroy()
  return paths.length / (cpuSeconds(pid) - before)
}

/* Another process publishes numbered revisions, and prints the time at which each was acknowledged. */
async function seenElsewhere(start, dataDir, url) {
  const portal = await start(startPortal(dataDir, FIRST_PORT, { DATABASE_URL: url }))
  const agent = keepAliveAgent(1)
  const desk = await startProgram('desk', [dataDir, String(PUBLICATIONS), String(EVERY_MS)], {
    env: { DATABASE_URL: url },
  })
  const acknowledged = []
  let path = ''
  let isDone = false
  createInterface({ input: desk.stdout }).on('line', line => {
    const event = JSON.parse(line)
    if (event.kind === 'ready') path = event.path
    if (event.kind === 'revision') acknowledged.push(event)
    if (event.kind === 'done') isDone = true
  })
  const waits = []
  while (!isDone || acknowledged.length > 0) {
    if (path === '') {
      await new Promise(resolve => setTimeout(resolve, 20))
      continue
    }
    const { body } = await fetchPage(`${portal.origin}${path}`, { agent })
    const shown = Number(/Revision (\d+) of the article/.exec(body.toString())?.[1] ?? 0)
    const now = Date.now()
    while (acknowledged.length > 0 && acknowledged[0].number <= shown)
      waits.push(now - acknowledged.shift().at)
  }
  agent.destroy()
  waits.sort((one, other) => one - other)
  const last = waits[Math.ceil(waits.length * 0.99) - 1] ?? 0
  return {
    figure: 'published through one process, read at another (PostgreSQL)',
    measured: `${median(waits)} ms in the middle, ${last} ms at the 99th of 100`,
    target: '≤ 1000 ms',
    ratio: (last / 1000).toFixed(2),
    holds: last <= 1000,
    note: `${waits.length} revisions of an article; with the time of drawing it`,
  }
}

import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fetchPage, keepAliveAgent } from '#bench/load/fetch-page.mjs'
import { requestsASecond } from '#bench/load/wrk.mjs'
import { addPictures } from '#bench/many-pictures.mjs'
import { median } from '#bench/median.mjs'
import { articlePaths, copyOfNewsroom } from '#bench/newsrooms.mjs'
import { missingPrograms } from '#bench/programs.mjs'
import { descendants, residentMegabytes, withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { CRAWL_SECONDS, FIRST_PORT, PICTURES, ROUNDS, SMALL } from '#bench/settings.mjs'
import { rounded, skipped } from '#bench/table.mjs'

const CONNECTIONS = 8
const MOST_LOSS = 0.1
const MOST_MEGABYTES = 512
/* Turns are short, so that what else the machine does falls on both sides alike. */
const TURNS = 6
const UNCACHED = 10
/* The first pictures of a client are made without rests, as those of a reader. */
const WELCOME_MS = 20_000
/* The process that encodes ends when it has nothing to do. */
const AFTERWARDS_MS = 20_000

/** Measures what is left for others, and the memory of all processes, while a crawler asks for many pictures. */
export async function pictures() {
  const [noWrk] = missingPrograms(['wrk'])
  if (noWrk) return [skipped('a crawler of pictures', `≤ ${100 * MOST_LOSS} % lost`, noWrk)]
  const dataDir = await copyOfNewsroom(SMALL, 'pictures')
  try {
    const files = await addPictures(dataDir, PICTURES)
    return await withServers(async start => {
      const portal = await start(startPortal(dataDir, FIRST_PORT))
      const paths = (await articlePaths(dataDir, (2 * ROUNDS * TURNS + 2) * UNCACHED)).values()
      return rowsOf(await measure(portal, files, paths))
    })
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure({ pid, origin }, files, paths) {
  const cached = `${origin}${paths.next().value}`
  const memory = watchMemory(pid)
  await requestsASecond(cached, { coding: 'br', seconds: 2 })
  await uncachedTimes(origin, paths)
  const crawler = crawl(origin, files)
  await sleep(WELCOME_MS)
  crawler.pause()
  const found = { alone: { rates: [], times: [] }, crawled: { rates: [], times: [] } }
  for (let round = 0; round < ROUNDS * TURNS; round++) {
    for (const side of ['alone', 'crawled']) {
      if (side === 'crawled') crawler.go()
      found[side].rates.push(
        await requestsASecond(cached, { coding: 'br', seconds: Math.ceil(CRAWL_SECONDS / TURNS) }),
      )
      found[side].times.push(...(await uncachedTimes(origin, paths)))
      crawler.pause()
    }
  }
  crawler.go()
  await sleep(CRAWL_SECONDS * 1000)
  await crawler.stop()
  await sleep(AFTERWARDS_MS)
  return { ...found, ...memory.stop(), answers: crawler.answers }
}

/** The times of some articles that nobody asked for before. */
async function uncachedTimes(origin, paths) {
  const agent = keepAliveAgent(1)
  const times = []
  for (let count = 0; count < UNCACHED; count++) {
    const begun = performance.now()
    await fetchPage(`${origin}${paths.next().value}`, { agent, headers: { 'Accept-Encoding': 'br' } })
    times.push(performance.now() - begun)
  }
  agent.destroy()
  return times
}

/** Asks for one file after the other on several connections, while it is not told to pause. */
function crawl(origin, files) {
  const agent = keepAliveAgent(CONNECTIONS)
  const answers = {}
  const rest = files.values()
  let [isPaused, isStopped] = [false, false]
  const readers = Array.from({ length: CONNECTIONS }, async () => {
    for (const file of rest) {
      while (isPaused && !isStopped) await sleep(20)
      if (isStopped) return
      const status = await fetchPage(`${origin}${file}`, { agent, timeoutMs: 60_000 }).then(
        answer => answer.status,
        () => 'none',
      )
      answers[status] = (answers[status] ?? 0) + 1
    }
  })
  return {
    answers,
    pause: () => {
      isPaused = true
    },
    go: () => {
      isPaused = false
    },
    stop: async () => {
      isStopped = true
      await Promise.all(readers)
      agent.destroy()
    },
  }
}

/** Samples the resident memory of a process and of all that it started. */
function watchMemory(pid) {
  const all = () =>
    [pid, ...descendants(pid)].map(residentMegabytes).reduce((sum, megabytes) => sum + (megabytes || 0), 0)
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, all())
  }, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return { most, afterwards: all() }
    },
  }
}

function rowsOf({ alone, crawled, most, afterwards, answers }) {
  const [rate, rateCrawled] = [median(alone.rates), median(crawled.rates)]
  const [time, timeCrawled] = [median(alone.times), median(crawled.times)]
  const note = `the crawler got ${JSON.stringify(answers)}`
  return [
    {
      figure: 'cached article beside a crawler of pictures',
      measured: `${rounded(rateCrawled)}/s`,
      target: `≥ ${1 - MOST_LOSS} of ${rounded(rate)}/s without it`,
      ratio: (rateCrawled / rate).toFixed(2),
      holds: rateCrawled >= (1 - MOST_LOSS) * rate,
      note,
    },
    {
      figure: 'uncached article beside it',
      measured: `${timeCrawled.toFixed(1)} ms`,
      target: `≤ ${1 + MOST_LOSS} of ${time.toFixed(1)} ms without it`,
      ratio: (timeCrawled / time).toFixed(2),
      holds: timeCrawled <= (1 + MOST_LOSS) * time,
    },
    ...[
      ['memory of all processes, most', most],
      ['memory of all processes, after the crawl', afterwards],
    ].map(([figure, megabytes]) => ({
      ...{ figure, measured: `${rounded(megabytes)} MB`, target: `≤ ${MOST_MEGABYTES} MB` },
      ...{ ratio: (megabytes / MOST_MEGABYTES).toFixed(2), holds: megabytes <= MOST_MEGABYTES },
    })),
  ]
}

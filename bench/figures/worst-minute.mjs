import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { eachOf, fetchPage, keepAliveAgent } from '#bench/load/fetch-page.mjs'
import { articlePaths, copyOfNewsroom, runProgram, startProgram } from '#bench/newsrooms.mjs'
import { runPress } from '#bench/press.mjs'
import { residentMegabytes, withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT, SMALL } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'

const HOT = 1_200
const READERS = 128
const CROWD = 500
/* A reader's pause between two pages; the client takes a whole core without it. */
const REST_MS = 20
const SECONDS_BEFORE = 5
const SECONDS_AFTER = 12
const MINUTE = 60
const MOST_MEGABYTES = 512

/**
 * What readers feel while the desk changes what stands on every page: answers, errors and the slowest of a hundred in each
 * second, from the one in which the change was acknowledged. The seconds before it belong to the same run.
 */
export async function worstMinute() {
  const dataDir = await copyOfNewsroom(SMALL, 'worst-minute')
  try {
    const paths = (await articlePaths(dataDir, 2 * HOT)).filter(path => path.startsWith('/en/')).slice(0, HOT)
    return await withServers(async start => {
      const portal = await start(startPortal(dataDir, FIRST_PORT))
      const press = (...args) => runPress(args, dataDir)
      const strip = text => press('breaking', 'set', '--locale', 'en', '--text', text, '--until', '+1h')
      const listed = await newestStories(portal.origin)
      const cases = [
        ['a strip is set', () => strip('The first'), { right: shows('The first') }],
        ['a strip is changed', () => strip('The second'), { right: shows('The second') }],
        [
          'a strip is ended',
          () => press('breaking', 'clear', '--locale', 'en'),
          { right: text => !text.includes('The second') },
        ],
        ['a section is renamed', () => runProgram('rename', [dataDir, 'Region and more']), {}],
        ['a publication each second', () => publishEachSecond(dataDir), { seconds: MINUTE }],
        [
          'a listed story is withdrawn',
          () => press('article', 'withdraw', listed[3], '--locale', 'en'),
          { mostMs: 1_000, graceS: 4, right: text => !text.includes(`/${listed[3]}/`) },
        ],
        [
          `a strip is set before ${CROWD} readers`,
          () => strip('The third'),
          { readers: CROWD, isCrowd: true },
        ],
      ]
      const rows = []
      for (const [name, change, how] of cases)
        rows.push(...rowsOf(name, await measure(portal, paths, change, how), how))
      rows.push(memoryRow(portal.pid))
      return rows
    })
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(
  { origin },
  paths,
  change,
  { readers = READERS, seconds: after = SECONDS_AFTER, right },
) {
  const agent = keepAliveAgent(readers)
  const options = { agent, headers: { 'Accept-Encoding': 'br' } }
  await eachOf(paths, 8, path => fetchPage(origin + path, options))
  const seconds = []
  const begun = performance.now()
  let isOver = false
  const read = async () => {
    while (!isOver) {
      /* Some stories are read far more often than others. */
      const path = paths[Math.floor(Math.random() ** 2 * paths.length)]
      const askedAt = performance.now()
      const status = await fetchPage(origin + path, options).then(
        answer => answer.status,
        () => 0,
      )
      const second = Math.floor((askedAt - begun) / 1000)
      seconds[second] ??= []
      seconds[second].push({ status, tookMs: performance.now() - askedAt })
      await sleep(REST_MS)
    }
  }
  const reading = Array.from({ length: readers }, read)
  await sleep((SECONDS_BEFORE + 1) * 1000)
  await change()
  const acknowledged = (performance.now() - begun) / 1000
  await sleep(after * 1000)
  isOver = true
  await Promise.all(reading)
  const wrong = right ? await wrongPages(origin, paths, agent, right) : null
  agent.destroy()
  return {
    before: seconds.slice(1, SECONDS_BEFORE + 1),
    after: seconds.slice(Math.ceil(acknowledged), -1),
    wrong,
    faults: seconds.flat().filter(({ status }) => status !== 200 && status !== 410).length,
  }
}

/* Pages that are not as they should be, the seconds after the change being over. */
async function wrongPages(origin, paths, agent, right) {
  let wrong = 0
  await eachOf(paths, 8, async path => {
    const { body, status } = await fetchPage(origin + path, { agent })
    if (status === 200 && !right(body.toString())) wrong++
  })
  return wrong
}

const shows = text => page => page.includes(text)

function rowsOf(name, { before, after, faults, wrong }, { mostMs = 250, graceS = 0, isCrowd = false }) {
  const usual = before.reduce((sum, second) => sum + second.length, 0) / before.length
  const usualMs = Math.max(...before.map(slowest))
  const most = isCrowd ? 3 * usualMs : mostMs
  const worstMs = Math.max(...after.map(slowest))
  const fewest = Math.min(...after.slice(graceS).map(second => second.length))
  return [
    {
      figure: `${name}: slowest of a hundred`,
      measured: `${rounded(worstMs)} ms, ${faults} errors`,
      target: `≤ ${rounded(most)} ms, 0`,
      ratio: (worstMs / most).toFixed(2),
      holds: worstMs <= most && faults === 0,
      note: `${rounded(usualMs)} ms in the worst second before`,
    },
    {
      figure: `${name}: fewest answers a second`,
      measured: rounded(fewest),
      target: `≥ ${rounded(usual / 2)}`,
      ratio: (fewest / usual).toFixed(2),
      holds: isCrowd || fewest >= usual / 2,
      note: `${rounded(usual)} before`,
    },
    ...(wrong === null
      ? []
      : [
          {
            figure: `${name}: pages that are wrong afterwards`,
            measured: String(wrong),
            target: '0',
            ratio: '',
            holds: wrong === 0,
          },
        ]),
  ]
}

function slowest(second) {
  const sorted = second.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.99)]
}

function memoryRow(pid) {
  const megabytes = residentMegabytes(pid)
  return {
    figure: 'memory at the end',
    measured: `${rounded(megabytes)} MB`,
    target: `≤ ${MOST_MEGABYTES} MB`,
    ratio: (megabytes / MOST_MEGABYTES).toFixed(2),
    holds: megabytes <= MOST_MEGABYTES,
  }
}

async function newestStories(origin) {
  const { body } = await fetchPage(`${origin}/en/latest`)
  return [...body.toString().matchAll(/href="\/en\/[^"/]+\/(\d+)\/[^"]+"/g)].map(([, id]) => id)
}

async function publishEachSecond(dataDir) {
  const desk = await startProgram('desk', [dataDir, String(MINUTE), '1000'])
  desk.stdout.resume()
}

import fs from 'node:fs'
import readline from 'node:readline'
import zlib from 'node:zlib'
import { fetchPage, keepAliveAgent } from '#bench/load/fetch-page.mjs'
import { copyOfNewsroom, startProgram } from '#bench/newsrooms.mjs'
import { ageInMs, numbersOn, withdrawnOn } from '#bench/publishing/freshness.mjs'
import { withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT, PUBLICATIONS, SMALL } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'

const CONNECTIONS = 16
const EVERY_MS = 40
const OLDEST_MS = 1000

/**
 * Sixteen connections read the front and an article without pause while another process publishes, corrects and
 * withdraws. No answer may be an error, be more than a second old, or show a withdrawn headline.
 */
export async function publishing() {
  const dataDir = await copyOfNewsroom(SMALL, 'publishing')
  try {
    return await withServers(async start => {
      const portal = await start(startPortal(dataDir, FIRST_PORT))
      return rowsOf(await readWhilePublishing(portal.origin, dataDir))
    })
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function readWhilePublishing(origin, dataDir) {
  const desk = await startProgram('desk', [dataDir, String(PUBLICATIONS), String(EVERY_MS)])
  const changes = []
  const answers = []
  const faults = []
  const probes = []
  const agent = keepAliveAgent(CONNECTIONS)
  const prober = keepAliveAgent(4)
  let isPublishing = true
  let readers = []

  for await (const line of readline.createInterface({ input: desk.stdout })) {
    const change = JSON.parse(line)
    if (change.kind === 'ready') {
      const pages = { front: `${origin}/en`, article: `${origin}${change.path}` }
      readers = Array.from({ length: CONNECTIONS }, (_, index) =>
        read(index % 2 === 0 ? 'front' : 'article', pages),
      )
    }
    if (change.kind === 'bulletin') probes.push(remember(change))
    if (change.kind === 'withdrawal') probes.push(probe(change))
    if (change.kind !== 'ready' && change.kind !== 'done') changes.push(change)
  }
  isPublishing = false
  await Promise.all([...readers, ...probes])
  agent.destroy()
  prober.destroy()
  return { changes, answers, faults }

  async function read(page, pages) {
    /* An unchanged page is parsed once. */
    const known = new Map()
    while (isPublishing) {
      const begunAt = Date.now()
      try {
        const { status, headers, body } = await fetchPage(pages[page], {
          agent,
          headers: { 'Accept-Encoding': 'br' },
        })
        const tookMs = Date.now() - begunAt
        if (status !== 200) faults.push(`${page}: ${status}`)
        const key = headers.etag ?? ''
        const shown = known.get(key) ?? numbersOn(textOf(headers, body))
        known.clear()
        known.set(key, shown)
        answers.push({ page, begunAt, tookMs, shown })
      } catch (error) {
        faults.push(`${page}: ${error.message}`)
      }
    }
  }

  /* Puts the page into the cache, from which a withdrawal must remove it. */
  async function remember({ path }) {
    await fetchPage(`${origin}${path}`, { agent: prober }).catch(() => {})
  }

  /* Requests the page and the lists after the withdrawal was acknowledged. */
  async function probe({ number, path }) {
    for (const [place, expected] of [
      [path, 410],
      ['/en/latest', 200],
      ['/en', 200],
      ['/en/region', 200],
    ]) {
      try {
        const { status, headers, body } = await fetchPage(`${origin}${place}`, { agent: prober })
        if (status !== expected) faults.push(`${place}: ${status} after the withdrawal, not ${expected}`)
        if (numbersOn(textOf(headers, body)).bulletins.has(number))
          faults.push(`${place} shows what was withdrawn`)
      } catch (error) {
        faults.push(`${place}: ${error.message}`)
      }
    }
  }
}

function textOf(headers, body) {
  return (headers['content-encoding'] === 'br' ? zlib.brotliDecompressSync(body) : body).toString()
}

function rowsOf({ changes, answers, faults }) {
  const oldest = answers.reduce((most, answer) => Math.max(most, ageInMs(answer, changes)), 0)
  const withdrawnShown = answers.filter(answer => withdrawnOn(answer, changes)).length
  const withdrawals = changes.filter(change => change.kind === 'withdrawal').length
  const slowest = answers.reduce((most, { tookMs }) => Math.max(most, tookMs), 0)
  const published = changes.length - withdrawals
  return [
    {
      figure: `errors under ${rounded(published)} publications`,
      measured: `${faults.length} in ${rounded(answers.length)} answers`,
      target: '0',
      ratio: '',
      holds: faults.length === 0 && published > 0,
      note: [...new Set(faults)].slice(0, 3).join('; ') || `the slowest answer took ${slowest} ms`,
    },
    {
      figure: 'oldest answer, beyond its own duration',
      measured: `${oldest} ms`,
      target: `≤ ${OLDEST_MS} ms`,
      ratio: (oldest / OLDEST_MS).toFixed(2),
      holds: oldest <= OLDEST_MS,
    },
    {
      figure: `answers with one of ${withdrawals} withdrawn headlines`,
      measured: String(withdrawnShown),
      target: '0',
      ratio: '',
      holds: withdrawnShown === 0 && withdrawals > 0,
    },
  ]
}

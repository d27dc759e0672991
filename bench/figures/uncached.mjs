import { eachOf, fetchPage, keepAliveAgent } from '#bench/load/fetch-page.mjs'
import { median, spread } from '#bench/median.mjs'
import { articlePaths, newsroomOf } from '#bench/newsrooms.mjs'
import { cpuSeconds, withServers } from '#bench/servers/pinned.mjs'
import { startPortal } from '#bench/servers/portal.mjs'
import { FIRST_PORT, LARGE, PAGES, ROUNDS, SMALL } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'

const TARGET = 70
const AIM = 85
const WITHIN = 0.1
const WARM_UP_PAGES = 300
/* Enough to keep the server busy, and few enough that nothing queues. */
const AT_ONCE = 4

/**
 * Complete answers for each second of processor time. Each article page is requested once, so that each answer is
 * queried, rendered, stripped of script and compressed. Measured with few and with many articles, in alternating
 * rounds.
 */
export async function uncached() {
  const sizes = [SMALL, LARGE]
  const measured = await withServers(async start => {
    const sides = []
    for (const [index, count] of sizes.entries()) {
      const dataDir = await newsroomOf(count)
      const paths = shuffled(await articlePaths(dataDir, WARM_UP_PAGES + ROUNDS * PAGES))
      const portal = await start(startPortal(dataDir, FIRST_PORT + index))
      await answersASecond(portal, paths.splice(0, WARM_UP_PAGES))
      sides.push({ portal, paths, rates: [] })
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { portal, paths, rates } of sides)
        rates.push(await answersASecond(portal, paths.splice(0, PAGES)))
    }
    return sides.map(side => side.rates)
  })
  const [few, many] = measured.map(median)
  const aim = rate => `the aim is ${AIM}; the rounds differ by ${(100 * spread(rate)).toFixed(0)} %`
  return [
    {
      figure: `uncached article, ${rounded(2 * SMALL)} articles`,
      measured: `${few.toFixed(1)} for each CPU second`,
      target: `≥ ${TARGET}`,
      ratio: (few / TARGET).toFixed(2),
      holds: few >= TARGET,
      note: aim(measured[0]),
    },
    {
      figure: `uncached article, ${rounded(2 * LARGE)} articles`,
      measured: `${many.toFixed(1)} for each CPU second`,
      target: `≥ ${1 - WITHIN} of ${few.toFixed(1)}`,
      ratio: (many / few).toFixed(2),
      holds: many >= (1 - WITHIN) * few,
      note: aim(measured[1]),
    },
  ]
}

async function answersASecond({ pid, origin }, paths) {
  const agent = keepAliveAgent(AT_ONCE)
  const before = cpuSeconds(pid)
  await eachOf(paths, AT_ONCE, async path => {
    const { status } = await fetchPage(`${origin}${path}`, { agent, headers: { 'Accept-Encoding': 'br' } })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
  })
  const used = cpuSeconds(pid) - before
  agent.destroy()
  return paths.length / used
}

/* Shuffled, because neighbours in time share the articles they list; the order is the same in each run. */
function shuffled(list) {
  const left = [...list]
  const order = []
  for (let state = 1; left.length > 0; ) {
    state = (state * 48271) % 2147483647
    order.push(...left.splice(state % left.length, 1))
  }
  return order
}

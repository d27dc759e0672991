import { newsroomOf, runProgram } from '#bench/newsrooms.mjs'
import { runPress } from '#bench/press.mjs'
import { QUESTIONS, SEARCHED } from '#bench/settings.mjs'
import { rounded } from '#bench/table.mjs'
import { createDatabase, startPostgres } from '#scripts/postgres/postgres-server.mjs'

/**
 * Queries of one, two and three words against an index of many articles, and the suggestions while one is typed: the
 * time of an answer that is not cached, without rendering its page.
 */
export async function search() {
  return figuresOf(await newsroomOf(SEARCHED))
}

/** The same newsroom on PostgreSQL. Its index is rebuilt each time. */
export async function searchPostgres() {
  const server = await startPostgres()
  try {
    const dataDir = await newsroomOf(SEARCHED)
    const url = await createDatabase(server.url, `press_bench_search_${process.pid}`)
    await runPress(['move', '--to', url], dataDir)
    return await figuresOf(dataDir, { DATABASE_URL: url })
  } finally {
    await server.stop()
  }
}

async function figuresOf(dataDir, env = { DATABASE_URL: '' }) {
  const where = env.DATABASE_URL ? ' (PostgreSQL)' : ''
  const taken = JSON.parse(await runProgram('search', [dataDir, String(QUESTIONS)], { env }))
  const rows = taken.searches.map(({ words, ms }) =>
    row(`search for ${words} ${words === 1 ? 'word' : 'words'}${where}`, ms, { middle: 10, last: 50 }),
  )
  rows.push(row(`suggestions${where}`, taken.suggestions, { last: 15 }))
  const [slowest] = taken.strange
  rows.push({
    figure: `${rounded(taken.strangeCount)} questions that nobody would type${where}`,
    measured: `${slowest.ms.toFixed(0)} ms at most`,
    target: '≤ 200 ms',
    ratio: (slowest.ms / 200).toFixed(2),
    holds: slowest.ms <= 200,
  })
  if (taken.indexed > 0) rows.push(making(taken, where))
  return rows
}

function row(figure, ms, { middle = Number.POSITIVE_INFINITY, last }) {
  const sorted = [...ms].sort((one, other) => one - other)
  const at = share => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return {
    figure: `${figure}, ${rounded(2 * SEARCHED)} articles`,
    measured: `${at(0.5).toFixed(1)} ms in the middle, ${at(0.99).toFixed(1)} ms at the 99th of 100`,
    target: `${Number.isFinite(middle) ? `≤ ${middle} ms and ` : ''}≤ ${last} ms`,
    ratio: (at(0.99) / last).toFixed(2),
    holds: at(0.5) <= middle && at(0.99) <= last,
    note: `${sorted.length} questions, ${at(1).toFixed(0)} ms at most`,
  }
}

function making({ indexed, indexSeconds }, where) {
  return {
    figure: `making the index, beside whoever writes${where}`,
    measured: `${rounded(indexed / indexSeconds)} articles/s`,
    target: '',
    ratio: '',
  }
}

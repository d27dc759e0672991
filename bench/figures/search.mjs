import fs from 'node:fs'
import path from 'node:path'
import { newsroomOf, runProgram } from '../newsrooms.mjs'
import { QUESTIONS, SEARCHED } from '../settings.mjs'
import { rounded } from '../table.mjs'

/**
 * Questions of one, two and three words to an index of many articles, and what the box suggests while one is typed: how
 * long an answer takes that nobody has asked for before, without drawing its page. SQLite.
 */
export async function search() {
  const dataDir = await newsroomOf(SEARCHED)
  const made = path.join(dataDir, 'indexed')
  const isMade = fs.existsSync(made)
  const taken = JSON.parse(await runProgram('search', [dataDir, String(QUESTIONS), isMade ? '' : 'make']))
  fs.writeFileSync(made, '')
  const rows = taken.searches.map(({ words, ms }) =>
    row(`search for ${words} ${words === 1 ? 'word' : 'words'}`, ms, { middle: 10, last: 50 }),
  )
  rows.push(row('suggestions', taken.suggestions, { last: 15 }))
  const [slowest] = taken.strange
  rows.push({
    figure: '10,000 questions that nobody would type',
    measured: `${slowest.ms.toFixed(0)} ms at most`,
    target: '≤ 200 ms',
    ratio: (slowest.ms / 200).toFixed(2),
    holds: slowest.ms <= 200,
  })
  if (!isMade) rows.push(making(taken))
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

function making({ indexed, indexSeconds }) {
  return {
    figure: 'making the index, beside whoever writes',
    measured: `${rounded(indexed / indexSeconds)} articles/s`,
    target: '',
    ratio: '',
  }
}

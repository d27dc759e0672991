/**
 * One figure: its measurement, its target, and their ratio.
 * @typedef {{ figure: string, measured: string, target: string, ratio: string, holds?: boolean | null, note?: string
 *   }} Row
 */

/** A figure that could not be measured, with the reason. @returns {Row} */
export function skipped(figure, target, reason) {
  return { figure, measured: 'skipped', target, ratio: '', holds: null, note: reason }
}

const HEADINGS = { figure: 'figure', measured: 'measured', target: 'target', ratio: 'ratio', verdict: '' }

/** @param {Row[]} rows */
export function printTable(rows) {
  const lines = [HEADINGS, ...rows.map(row => ({ ...row, verdict: verdictOf(row.holds) }))]
  const widths = Object.keys(HEADINGS).map(name => Math.max(...lines.map(line => [...line[name]].length)))
  const text = lines.map(line =>
    Object.keys(HEADINGS)
      .map((name, index) => line[name].padEnd(widths[index]))
      .join('  ')
      .trimEnd(),
  )
  text.splice(1, 0, '─'.repeat(Math.max(...text.map(line => line.length))))
  process.stdout.write(`\n${text.join('\n')}\n`)
  for (const { figure, note } of rows) if (note) process.stdout.write(`  ${figure}: ${note}\n`)
}

function verdictOf(holds) {
  /* Figures without a target are only informative. */
  if (holds === undefined) return ''
  return holds === null ? 'not taken' : holds ? 'holds' : 'MISSED'
}

export const rounded = number => Math.round(number).toLocaleString('en')

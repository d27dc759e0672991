import {
  type ImportReport,
  type ItemReport,
  tally,
  totals,
} from '#domain/transfer/importing/wxr/import-report.ts'

/** Printed by a dry run where the real run would be refused. */
export const NEEDS_REPLACE_DEMO =
  'This database holds the demonstration newsroom: without --dry-run, add --replace-demo to remove it first.'

/** Prints the report of an import: the items with something to say, and the counts. */
export function printImportReport(report: ImportReport): void {
  const lines = [
    `${report.site || 'WordPress export'}${report.dryRun ? ' (dry run: nothing was written)' : ''}`,
    '',
  ]
  for (const item of report.items) lines.push(...itemLines(item))
  for (const kind of ['dropped', 'simplified'] as const) {
    const sum = totals(report, kind)
    if (sum.size > 0) lines.push(`${kind} in all: ${listed(sum)}`)
  }
  const others = Object.entries(report.notImported)
  if (others.length > 0) lines.push(`not part of a newsroom, left out: ${listed(new Map(others))}`)
  for (const [what, names] of Object.entries(report.notBrought)) {
    if (names.length > 0)
      lines.push(`${what} that nothing brought here uses, left out (${names.length}): ${names.join(', ')}`)
  }
  lines.push('', countTable(report), '', summary(report))
  if (report.needsReplaceDemo) lines.push(NEEDS_REPLACE_DEMO)
  process.stdout.write(`${lines.join('\n')}\n`)
}

function itemLines(item: ItemReport): string[] {
  const details = [
    ...item.notes,
    ...counted('dropped', item.dropped),
    ...counted('simplified', item.simplified),
    ...item.missing.map(url => `missing file: ${url}`),
    ...item.unreadable.map(({ url, reason }) => `unreadable file: ${url} (${reason})`),
  ]
  if (details.length === 0 && item.outcome !== 'failed') return []
  const title = item.title || '(no title)'
  return [
    `${item.outcome.padEnd(9)} line ${item.line}, ${item.type} ${item.id}: ${title}`,
    ...details.map(detail => `            ${detail}`),
  ]
}

function counted(what: string, counts: Record<string, number>): string[] {
  const entries = new Map(Object.entries(counts))
  return entries.size > 0 ? [`${what}: ${listed(entries)}`] : []
}

function listed(counts: Map<string, number>): string {
  return [...counts].map(([what, count]) => (count > 1 ? `${count} × ${what}` : what)).join(', ')
}

function countTable(report: ImportReport): string {
  const rows = report.counts.map(({ what, inFile, inDatabase }) => [
    what,
    String(inFile),
    inDatabase === null ? '–' : String(inDatabase),
  ])
  const all = [['', 'in the file', 'in the database'], ...rows]
  const width = Math.max(...all.map(row => row[0]?.length ?? 0))
  return all
    .map(
      ([what = '', inFile = '', inDatabase = '']) =>
        `${what.padEnd(width)}  ${inFile.padStart(11)}  ${inDatabase.padStart(15)}`,
    )
    .join('\n')
}

function summary(report: ImportReport): string {
  const parts = (['new', 'updated', 'unchanged', 'skipped', 'failed'] as const).map(
    outcome => `${tally(report, outcome)} ${outcome}`,
  )
  return parts.join(', ')
}

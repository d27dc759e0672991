import type { Locale } from '#i18n/locales.ts'

export type Outcome = 'new' | 'updated' | 'unchanged' | 'skipped' | 'failed'

export type ItemReport = {
  line: number
  id: string
  key: string
  type: string
  title: string
  locale: Locale | null
  outcome: Outcome
  /** Reasons why it was skipped or failed, and other notes for the administrator. */
  notes: string[]
  dropped: Record<string, number>
  simplified: Record<string, number>
  missing: string[]
  /** Uploaded files of a kind that we do not accept, with the reason. */
  unreadable: { url: string; reason: string }[]
}

/** Names of terms and authors in the export that nothing imported uses. */
export type NotBrought = { categories: string[]; tags: string[]; authors: string[] }

export type ImportReport = {
  site: string
  dryRun: boolean
  items: ItemReport[]
  /** Numbers of items of types that have no place in a newsroom, such as menus, and of comments. */
  notImported: Record<string, number>
  /** Their old addresses lead to the nearest imported category above them, or to the front. */
  notBrought: NotBrought
  /** In a dry run: the database holds the demonstration newsroom, so the real run needs --replace-demo. */
  needsReplaceDemo: boolean
  /** Counts of the file and of the database, which must agree. */
  counts: { what: string; inFile: number; inDatabase: number | null }[]
}

export function tally(report: ImportReport, outcome: Outcome): number {
  return report.items.filter(item => item.outcome === outcome).length
}

/** Sums of everything dropped, or simplified, over all items. */
export function totals(report: ImportReport, kind: 'dropped' | 'simplified'): Map<string, number> {
  const sum = new Map<string, number>()
  for (const item of report.items) {
    for (const [what, count] of Object.entries(item[kind])) sum.set(what, (sum.get(what) ?? 0) + count)
  }
  return new Map([...sum].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

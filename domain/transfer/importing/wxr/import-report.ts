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
  /** Why it was skipped or failed, or what the administrator should know. */
  notes: string[]
  dropped: Record<string, number>
  simplified: Record<string, number>
  missing: string[]
  /** Files that are among the uploads but are nothing that we take, with the reason. */
  unreadable: { url: string; reason: string }[]
}

/** What the export has but nothing that comes along uses, by its name. */
export type NotBrought = { categories: string[]; tags: string[]; authors: string[] }

export type ImportReport = {
  site: string
  dryRun: boolean
  items: ItemReport[]
  /** Types of items that have no place in a newsroom, such as menus; and comments. */
  notImported: Record<string, number>
  /** Their old addresses lead to the category above them, or to the front. */
  notBrought: NotBrought
  /** A dry run only: the database holds the demonstration newsroom, which the real run has to be told to remove. */
  needsReplaceDemo: boolean
  /** Counts of the file and of the database, side by side; they must agree. */
  counts: { what: string; inFile: number; inDatabase: number | null }[]
}

export function tally(report: ImportReport, outcome: Outcome): number {
  return report.items.filter(item => item.outcome === outcome).length
}

/** Everything that was dropped, or simplified, over all items. */
export function totals(report: ImportReport, kind: 'dropped' | 'simplified'): Map<string, number> {
  const sum = new Map<string, number>()
  for (const item of report.items) {
    for (const [what, count] of Object.entries(item[kind])) sum.set(what, (sum.get(what) ?? 0) + count)
  }
  return new Map([...sum].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

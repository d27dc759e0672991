export type SeedMistake = {
  /** Relative to the folder. */
  file: string
  line: number | null
  field: string | null
  /** What is wrong, and what is expected. */
  message: string
}

/** A folder that cannot be seeded: everything that is wrong with it, at once. Nothing was written. */
export class SeedMistakes extends Error {
  readonly mistakes: SeedMistake[]

  constructor(mistakes: SeedMistake[]) {
    super(
      `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in the folder; nothing was written`,
    )
    this.name = 'SeedMistakes'
    this.mistakes = [...mistakes].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
    )
  }
}

/** `stories/new-harbour/ar.md:3 headline: is missing` */
export function mistakeLine({ file, line, field, message }: SeedMistake): string {
  return `${file}${line === null ? '' : `:${line}`}${field ? ` ${field}` : ''}: ${message}`
}

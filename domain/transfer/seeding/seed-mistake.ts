import { ExpectedError, isExpected } from '#errors/expected-error.ts'

export type SeedMistake = {
  /** Relative to the folder. */
  file: string
  line: number | null
  field: string | null
  /** What is wrong, and what is expected. */
  message: string
}

/**
 * The error of a folder that cannot be seeded, of which nothing was written. Its cause is the list of everything that is
 * wrong: a parameter is a word of the error's one sentence.
 */
export function seedError(mistakes: SeedMistake[]): ExpectedError {
  const cause = [...mistakes].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
  )
  return new ExpectedError('seeding.mistakes', { count: cause.length }, { cause })
}

/** The mistakes that a `seedError` lists, by file and line; null when the error is another. */
export function mistakesOf(error: unknown): SeedMistake[] | null {
  return isExpected(error, 'seeding.mistakes') ? (error.cause as SeedMistake[]) : null
}

/** `stories/new-harbour/ar.md:3 headline: is missing` */
export function mistakeLine({ file, line, field, message }: SeedMistake): string {
  return `${file}${line === null ? '' : `:${line}`}${field ? ` ${field}` : ''}: ${message}`
}

import { ExpectedError, isExpected } from '#errors/expected-error.ts'

export type SeedMistake = {
  /** Relative to the folder. */
  file: string
  line: number | null
  field: string | null
  /** A sentence that also says what is expected instead. */
  message: string
}

/**
 * The error for a folder with mistakes. Nothing of the folder was written. The list of mistakes is the cause of the
 * error, because parameters hold only the words of its one sentence.
 */
export function seedError(mistakes: SeedMistake[]): ExpectedError {
  const cause = [...mistakes].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
  )
  return new ExpectedError('seeding.mistakes', { count: cause.length }, { cause })
}

/** The mistakes behind a `seedError`, sorted by file and line; null for any other error. */
export function mistakesOf(error: unknown): SeedMistake[] | null {
  return isExpected(error, 'seeding.mistakes') ? (error.cause as SeedMistake[]) : null
}

/** `stories/new-harbour/ar.md:3 headline: is missing` */
export function mistakeLine({ file, line, field, message }: SeedMistake): string {
  return `${file}${line === null ? '' : `:${line}`}${field ? ` ${field}` : ''}: ${message}`
}

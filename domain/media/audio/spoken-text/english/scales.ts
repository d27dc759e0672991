import { anyOf } from '#domain/media/audio/spoken-text/figures.ts'

/** Scales by their letters and words. */
export const SCALES = new Map<string, string>([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['bn', 'billion'],
  ['tn', 'trillion'],
  ...['thousand', 'million', 'billion', 'trillion'].map((word): [string, string] => [word, word]),
])

/** A pattern for any of them. */
export const SCALE = anyOf(SCALES.keys())

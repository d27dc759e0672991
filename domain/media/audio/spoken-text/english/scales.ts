import { anyOf } from '#domain/media/audio/spoken-text/figures.ts'

/** Scales by their letters and words. */
const SCALES = new Map<string, string>([
  ['k', 'thousand'],
  ['m', 'million'],
  ['b', 'billion'],
  ['mn', 'million'],
  ['bn', 'billion'],
  ['tn', 'trillion'],
  ...['thousand', 'million', 'billion', 'trillion'].map((word): [string, string] => [word, word]),
])

/** A pattern for any of them; in capitals for «$5M». */
export const SCALE = anyOf([...SCALES.keys()].flatMap(scale => [scale, scale.toUpperCase()]))

/** A scale in full: «million» for m. */
export const sayScale = (scale: string) => SCALES.get(scale.toLowerCase()) ?? scale

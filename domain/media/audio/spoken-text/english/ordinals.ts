import { numericValue } from '#domain/media/audio/spoken-text/figures.ts'
import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { nth, START } from './english-numbers.ts'

const ORDINAL = rule(`${START}(\\d{1,3}(?:,\\d{3})*|\\d+)(?:st|nd|rd|th)(?!\\p{L})`)

/** «21st». */
export const ordinals = (text: string) =>
  rewrite(text, ORDINAL, (_place, number) => nth(numericValue(number)))

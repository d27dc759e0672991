import { isolate } from './bidi'
import { isolatedRuns } from './isolated-runs'
import type { Locale } from './locales'

const LETTERS = String.raw`[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]`
const ARABIC = new RegExp(LETTERS)
/* Words of an Arabic phrase with the spaces and figures between them, not those around it. */
const ARABIC_PHRASE = new RegExp(`${LETTERS}+(?:[ \\u00a0،؛\\d-]+${LETTERS}+)*`, 'g')

/**
 * A text for a place without markup (a title, a description, a share text), with its runs of the other direction
 * isolated: unisolated, a brand at the beginning turns the whole line over, and a minus changes its side.
 */
export function isolatedInText(text: string, locale: Locale): string {
  if (locale === 'en') return text.replace(ARABIC_PHRASE, isolate)
  if (!ARABIC.test(text)) return /\p{L}/u.test(text) ? isolate(text) : text
  return isolatedRuns(text)
    .map(run => (run.isIsolated ? isolate(run.text) : run.text))
    .join('')
}

import { isolate, stripBidiControls } from './bidi.ts'
import { isolatedRuns } from './isolated-runs.ts'
import { type Locale, locales } from './locales.ts'

/* Words of Arabic letters with the spaces between them; marks and digits belong to the word before. */
const ARABIC_WORD = String.raw`[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+`
const ARABIC_PHRASE = new RegExp(`${ARABIC_WORD}(?:[ \u00a0]${ARABIC_WORD})*`, 'gu')
const HAS_ARABIC = new RegExp(ARABIC_WORD)
const HAS_LETTERS = /\p{L}/u

/**
 * A text with its runs of the other direction isolated, for places without markup: the title of a feed, a share text.
 * Programs may judge its direction by its first letters, which an isolated name does not decide.
 */
export function isolatedText(text: string, locale: Locale): string {
  const plain = stripBidiControls(text)
  if (locales[locale].dir === 'ltr') return plain.replace(ARABIC_PHRASE, isolate)
  /* A text that is only a name in the other script has no Arabic letter to show its context. */
  if (!HAS_ARABIC.test(plain)) return HAS_LETTERS.test(plain) ? isolate(plain) : plain
  const runs = isolatedRuns(plain)
  return runs.map(run => (run.isIsolated ? isolate(run.text) : run.text)).join('')
}

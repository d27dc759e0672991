import { type Locale, otherLocale } from '#i18n/locales.ts'
import { readArabic } from './arabic/read-arabic.ts'
import { cleanText, tidySpaces, westernFigures } from './clean-text.ts'
import { readEnglish } from './english/read-english.ts'
import type { SpokenRun } from './spoken-block.ts'

/* Names of the other language: words, and what joins them. A single letter stays with its neighbours. */
const LATIN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*\p{Script=Latin}(?:[ ,&-]+\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*)*/gu
const ARABIC =
  /[\p{Script=Arabic}\p{M}]*\p{Script=Arabic}{2}[\p{Script=Arabic}\p{M}]*(?:[ ،]+[\p{Script=Arabic}\p{M}]+)*/gu

/** The words of a text in its language, in runs: names of the other language are for that language's voice. */
export function spokenRuns(text: string, locale: Locale): SpokenRun[] {
  const plain = westernFigures(cleanText(text))
  const read = tidySpaces(locale === 'ar' ? readArabic(plain) : readEnglish(plain))
  const runs: SpokenRun[] = []
  let from = 0
  for (const { 0: name, index } of read.matchAll(locale === 'ar' ? LATIN : ARABIC)) {
    push(runs, read.slice(from, index), locale)
    push(runs, name, otherLocale(locale))
    from = index + name.length
  }
  push(runs, read.slice(from), locale)
  return runs
}

/* A stretch without a letter has nothing to be said: it goes to its neighbour, for its punctuation. */
function push(runs: SpokenRun[], text: string, locale: Locale): void {
  if (text === '') return
  const last = runs.at(-1)
  if (last && (last.locale === locale || !/[\p{L}\p{N}]/u.test(text))) last.text += text
  else runs.push({ locale, text })
}

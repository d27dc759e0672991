import { type Locale, otherLocale } from '#i18n/locales.ts'
import { isCountedBehind } from './arabic/counted-behind.ts'
import { CURRENCIES } from './arabic/currencies.ts'
import { readArabic } from './arabic/read-arabic.ts'
import { cleanText, tidySpaces, westernFigures } from './clean-text.ts'
import { readEnglish } from './english/read-english.ts'
import { anyOf } from './figures.ts'
import type { SpokenRun } from './spoken-block.ts'

/* Names of the other language: words, and what joins them. A single letter alone stays with its neighbours. */
const LATIN =
  /(?:(?<![\p{L}\p{M}])\p{Script=Latin} ){0,3}\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*\p{Script=Latin}(?:[ ,&-]+\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*)*/gu
const ARABIC =
  /\p{Script=Arabic}\p{M}*\p{Script=Arabic}[\p{Script=Arabic}\p{M}]*(?:[ ،]+[\p{Script=Arabic}\p{M}]+)*/gu

/* A figure that words of the other language enclose is read in theirs: «at 9 in the morning», «iPhone 17 Pro». */
const FIGURE = String.raw`\d+(?:[.,:/-]\d+)*%?`
const passageOf = (word: string) => new RegExp(`${word}(?:[ ,،.:]+(?:${FIGURE}[ ,،.:]+)?${word})*`, 'gu')
const LATIN_PASSAGE = passageOf(String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*`)
const ARABIC_PASSAGE = passageOf(String.raw`\p{Script=Arabic}[\p{Script=Arabic}\p{M}]*`)

const READERS = { ar: readArabic, en: readEnglish }

/** The words of a text in its language, in runs: names of the other language are for that language's voice. */
export function spokenRuns(text: string, locale: Locale): SpokenRun[] {
  const plain = westernFigures(cleanText(text))
  const runs: SpokenRun[] = []
  let from = 0
  for (const { 0: words, index } of plain.matchAll(locale === 'ar' ? LATIN_PASSAGE : ARABIC_PASSAGE)) {
    const passage = locale === 'ar' ? words + figureOfName(plain, index + words.length) : words
    if (!/\d/.test(passage)) continue
    pushRead(runs, plain.slice(from, index), locale)
    push(runs, tidySpaces(READERS[otherLocale(locale)](passage)), otherLocale(locale))
    from = index + passage.length
  }
  pushRead(runs, plain.slice(from), locale)
  return trimmed(runs)
}

const CURRENCY_CODE = new RegExp(`(?<!\\p{L})(?:${anyOf(CURRENCIES.keys())})$`, 'u')

/* «iPhone 17» is a name with its figure; «أطلقت Apple 17 هاتفًا» is not. */
function figureOfName(plain: string, from: number): string {
  const [whole = '', figure] =
    /^ (\d{1,3})(?![\p{L}\p{N}%‰]|[.,:/-]\d)/u.exec(plain.slice(from, from + 8)) ?? []
  if (figure === undefined || CURRENCY_CODE.test(plain.slice(Math.max(0, from - 4), from))) return ''
  const end = from + whole.length
  return isCountedBehind(Number(figure), plain.slice(end, end + 30)) ? '' : whole
}

function pushRead(runs: SpokenRun[], plain: string, locale: Locale): void {
  const inside = tidySpaces(READERS[locale](plain))
  if (inside === '') return
  /* The spaces around a passage of the other language divide its words from those beside it. */
  const before = runs.length > 0 && /^\s/.test(plain) ? ' ' : ''
  const read = `${before}${inside}${/\s$/.test(plain) ? ' ' : ''}`
  let from = 0
  for (const { 0: name, index } of read.matchAll(locale === 'ar' ? LATIN : ARABIC)) {
    push(runs, read.slice(from, index), locale)
    push(runs, name, otherLocale(locale))
    from = index + name.length
  }
  push(runs, read.slice(from), locale)
}

/* A text may end with a space before a sign that is left out. */
function trimmed(runs: SpokenRun[]): SpokenRun[] {
  const last = runs.at(-1)
  if (last) last.text = last.text.trimEnd()
  return runs
}

/* A stretch without a letter has nothing to be said: it goes to its neighbour, for its punctuation. */
function push(runs: SpokenRun[], text: string, locale: Locale): void {
  if (text === '') return
  const last = runs.at(-1)
  if (last && (last.locale === locale || !/[\p{L}\p{N}]/u.test(text))) last.text += text
  else runs.push({ locale, text })
}

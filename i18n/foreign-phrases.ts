import { closerOf, isClosedBy, isOpenedBy } from './brackets.ts'
import { LTR_LETTER, RTL_LETTER } from './letters.ts'
import { canEndSentence, goesOnCounting, isShortened, isUnitOf } from './phrase-words.ts'
import type { Direction } from './text-direction.ts'

export type Span = [from: number, to: number]

/* Between these marks, texts of the other direction have nothing to do with each other. */
const BOUNDARIES = {
  rtl: new RegExp(String.raw`${RTL_LETTER}+|[،؛؟۔«»‹›…|•\n]|;(?=\s)|(?<=\s)[—·](?=\s)`, 'gu'),
  ltr: new RegExp(String.raw`${LTR_LETTER}+|[…|•\n]|[,;:](?=\s)|(?<=\s)[—·](?=\s)`, 'gu'),
}
const FOREIGN = { rtl: new RegExp(LTR_LETTER, 'u'), ltr: new RegExp(RTL_LETTER, 'u') }
const LETTER = /[\p{L}\p{M}]/u
const INK = /[\p{L}\p{M}\p{N}]/u

/** A stretch of text without letters of the surrounding direction. */
type Stretch = { from: number; to: number; before: string; after: string }

/**
 * The phrases of a text that run against its direction: names with the numbers, signs and brackets that belong to them.
 * A quotation or a whole line in the other script is one phrase, with the marks inside it.
 */
export function foreignPhrases(text: string, direction: Direction): Span[] {
  return stretchesOf(text, direction).flatMap(stretch => phrasesIn(text, stretch, direction))
}

function stretchesOf(text: string, direction: Direction): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  let before = ''
  const isForeign = (to: number) => FOREIGN[direction].test(text.slice(from, to))
  for (const boundary of text.matchAll(BOUNDARIES[direction])) {
    const to = boundary.index
    if (isForeign(to)) stretches.push({ from, to, before, after: text.slice(to, to + 1) })
    from = to + boundary[0].length
    before = boundary[0]
  }
  if (isForeign(text.length)) stretches.push({ from, to: text.length, before, after: '' })
  return stretches
}

function phrasesIn(text: string, stretch: Stretch, direction: Direction): Span[] {
  const { before, after } = stretch
  const [from, to] = withoutSpaces(text, [stretch.from, stretch.to])
  const isEnd = (mark: string) => mark === '' || mark === '\n'
  const isLine = isEnd(before) && isEnd(after) && !text.slice(from, to).includes('\ufffc')
  if (isLine || ('«‹'.includes(before || ' ') && '»›'.includes(after || ' '))) return [[from, to]]
  if (enclosedIn(text, [from, to], direction)) return phrasesOf(text, [from, to], stretch, direction)
  return splitAt(BETWEEN_GROUPS, text, [from, to]).flatMap(part => phrasesOf(text, part, stretch, direction))
}

/* Quotations and brackets in a row are apart: “Reuters”, “AFP”. */
const BETWEEN_GROUPS = /(?<=["”’)\]])[,;:]?\s+(?=["“‘([])/gu

function phrasesOf(text: string, part: Span, stretch: Stretch, direction: Direction): Span[] {
  const enclosed = enclosedIn(text, part, direction)
  if (enclosed) return [withoutSpaces(text, enclosed)]
  const isAmongOwn = LETTER.test(stretch.before) && LETTER.test(stretch.after)
  const sentences = direction === 'rtl' ? sentencesIn(text, part, isAmongOwn) : [part]
  return sentences.map(sentence => phraseIn(text, sentence, stretch, direction)).filter(span => span !== null)
}

function withoutSpaces(text: string, [from, to]: Span): Span {
  const inside = text.slice(from, to)
  return [from + inside.length - inside.trimStart().length, from + inside.trimEnd().length]
}

/* The inside of brackets or quotation marks that hold all foreign letters of a stretch. */
function enclosedIn(text: string, [from, to]: Span, direction: Direction): Span | null {
  const inside = text.slice(from, to)
  const first = inside.search(FOREIGN[direction])
  const rest = [...inside.matchAll(new RegExp(FOREIGN[direction], 'gu'))]
  const last = rest.at(-1)?.index ?? first
  for (let opener = 0; opener < first; opener++) {
    const closer = closerOf(inside, opener)
    if (closer > last) return [from + opener + 1, from + closer]
  }
  return null
}

/* «… على iPhone. Apple تقول …»: the second sentence begins with a name. In «iPhone 17! (C++)», brackets follow one. */
function sentencesIn(text: string, [from, to]: Span, isAmongOwn: boolean): Span[] {
  const ends = isAmongOwn ? /[.?]["”’)]*\s+|!\s+(?!\p{L})/gu : /!\s+(?!\p{L})/gu
  return splitAt(ends, text, [from, to], before => canEndSentence(before))
}

function splitAt(
  pattern: RegExp,
  text: string,
  [from, to]: Span,
  mayEnd: (before: string) => boolean = () => true,
): Span[] {
  const spans: Span[] = []
  let start = from
  for (const { index, 0: end } of text.slice(from, to).matchAll(pattern)) {
    if (!mayEnd(text.slice(start, from + index))) continue
    spans.push([start, from + index + end.length])
    start = from + index + end.length
  }
  return [...spans, [start, to]]
}

type Word = { text: string; bare: string; from: number; to: number }

function phraseIn(text: string, [from, to]: Span, stretch: Stretch, direction: Direction): Span | null {
  const words: Word[] = [...text.slice(from, to).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    bare: word.replace(/^[([{"“‘«]+|[\])}"”’».,;:!?]+$/gu, ''),
    from: from + index,
    to: from + index + word.length,
  }))
  const isForeign = (word: Word) => FOREIGN[direction].test(word.text)
  const last = words.findLastIndex(isForeign)
  if (last < 0) return null
  const first = words.findIndex(isForeign)
  const isNumbered = direction === 'rtl'
  const start = words[isNumbered ? firstWithNumbers(words, first, last) : first]
  const end = words[isNumbered ? lastWithNumbers(words, last, text.slice(to)) : last]
  if (!start || !end) return null
  return withItsSigns(text, [start.from, end.to], stretch, direction)
}

const NUMBER = /^[+\-−±~<>≤≥=*#]*[$€£¥₪₺₽₹]?[+\-−]?\p{Nd}[\p{Nd}.,:/٫٬+\-–−×*#%‰°²³½¼¾$€£¥]*$/u
const LETTER_NEXT = new RegExp(String.raw`^\s*${RTL_LETTER}`, 'u')
const OPERATOR = /^[-–−+×÷=*/&<>≤≥≈]$/

/* «5 kg», «10 - 12 km», «5 = x»: the number before a unit or an operator belongs to the phrase. */
function firstWithNumbers(words: Word[], first: number, last: number): number {
  const isNumber = (index: number) => NUMBER.test(words[index]?.bare ?? '')
  const isOperator = (index: number) => OPERATOR.test(words[index]?.text ?? '')
  let from = first
  const unit = words[first]
  if (unit && first === last && isNumber(first - 1) && isUnitOf(unit.bare, words[first - 1]?.bare ?? ''))
    from--
  else if (isOperator(first - 1) && isNumber(first - 2)) from -= 2
  if (from === first) return first
  while (isOperator(from - 1) && isNumber(from - 2)) from -= 2
  while (isNumber(from - 1)) from--
  return from
}

/* «iPhone 17», «x = 5», «Tel: +961 1 234 567»: numbers behind a name belong to it, unless they count what follows. */
function lastWithNumbers(words: Word[], last: number, rest: string): number {
  const isNumber = (index: number) => NUMBER.test(words[index]?.bare ?? '')
  let to = last
  for (;;) {
    const word = words[to]
    if (!word || (/[.,;!?]$/.test(word.text) && !isShortened(word.text.replace(/\.$/, '')))) break
    if (OPERATOR.test(words[to + 1]?.text ?? '') && isNumber(to + 2)) to += 2
    else if (/^%|^°/.test(words[to + 1]?.text ?? '') && isNumber(to)) to++
    else if (isNumber(to + 1) && (!/^\(.*\)$/.test(words[to + 1]?.text ?? '') || isNumber(to + 2))) to++
    else break
  }
  if (to === last || to < words.length - 1) return to
  /* «AFP: 5 …»: behind a colon, a plain number belongs to the words that follow. */
  const isAnswer = to === last + 1 && /:$/.test(words[last]?.text ?? '') && LETTER_NEXT.test(rest)
  return isAnswer || goesOnCounting(rest) ? to - 1 : to
}

const AROUND_NAME = /[#@]/
const BEFORE_NUMBER = /[$€£¥₪₺₽₹~±≈<>≤≥=+−-]/
/* Letters that Arabic writes together with the next word. The hyphen of «ب-52» joins; that of «و-5» is a minus. */
const PARTICLE = /^(?:[وف]?(?:[بلك]|ال|[بك]ال|لل)?)$|ـ$/
const CONJUNCTION = /^و$|ـ$/
const HYPHEN = /-/
const BEHIND = { rtl: /[+#%‰°™®©′″²³$€£¥]/, ltr: /[،؛؟۔٪]/ }

/* Grows a phrase from its letters and digits by the signs that belong to it: «@name», «-5°C», «C++», «(WHO)». */
function withItsSigns(text: string, [from, to]: Span, stretch: Stretch, direction: Direction): Span {
  let start = from
  while (start < to && !INK.test(text[start] ?? '')) start++
  let end = to
  while (end > start && !INK.test(text[end - 1] ?? '')) end--
  const core = text.slice(start, end)
  while (start > from && isSignBefore(text, start, core, stretch, direction)) start--
  while (end < to && isSignBehind(text.slice(start, end), text[end] ?? '', direction)) end++
  return [start, end]
}

function isSignBefore(
  text: string,
  at: number,
  core: string,
  { from, to, before, after }: Stretch,
  direction: Direction,
): boolean {
  const sign = text[at - 1] ?? ''
  const next = text[at] ?? ''
  if (isClosedBy(sign, core)) return true
  const isAttached = at - 1 === from && LETTER.test(before)
  const isFree = !isAttached && (at - 1 === from || /[\s([{"“‘«<@#$~/.-]/.test(text[at - 2] ?? ''))
  /* «#BBC_عربي» is a tag of two scripts: its sign stands where the text begins. */
  const isTagOfTwo = LETTER.test(after) && /^[^\s]*_$/.test(text.slice(at, to))
  const isApart = isFree || (isAttached && PARTICLE.test(before))
  if (AROUND_NAME.test(sign)) return isApart && !isTagOfTwo
  if (direction === 'ltr') return false
  if (BEFORE_NUMBER.test(sign) && /[\p{Nd}.$€£¥]/u.test(next))
    return isFree || (isAttached && (HYPHEN.test(sign) ? CONJUNCTION : PARTICLE).test(before))
  if (sign === '.') return isApart && /\p{L}/u.test(next) && text[at - 2] !== '.'
  if (sign === '-') return next === '-' || text[at - 2] === '-'
  return isApart && /[/~\\+]/.test(sign)
}

function isSignBehind(phrase: string, sign: string, direction: Direction): boolean {
  if (BEHIND[direction].test(sign) || isOpenedBy(sign, phrase)) return true
  return (
    direction === 'rtl' && ((sign === '.' && isShortened(phrase)) || (sign === '!' && /Yahoo$/.test(phrase)))
  )
}

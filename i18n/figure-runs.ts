import type { Span } from './foreign-phrases.ts'

const D = String.raw`\p{Nd}`
const ZERO = '[0٠۰]'
const SPACE = String.raw`[ \u00a0\u202f\u2009]`
const GAP = String.raw`[ \u00a0\u202f\u2009-]`
const PLAIN = `${D}+(?:[.,:/٫٬]${D}+)*`

/* A hyphen behind a letter joins, as in «كوفيد-19». Behind the particle of «و-5», and behind tatweel, it is a minus. */
const AFTER_WORD = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?<=(?<![\p{L}\p{M}])و)|(?<=ـ))`
const SIGN = `${AFTER_WORD}(?:[-−+]|[±~≈<>≤≥=]${SPACE}?)`
const CURRENCY = `[$€£¥₪₺₽₹]`
const UNIT = `[½⅓⅔¼¾²³′″]|${SPACE}?(?:[%‰]|°|${CURRENCY})`
const QUANTITY = `(?:${SIGN})?(?:${CURRENCY}${SPACE}?[-−+]?)?${PLAIN}(?:${UNIT})?`
const BETWEEN = `(?:${SPACE}?[-–−+×÷=*^~<>≤≥≈]${SPACE}?|—)`
const EXPRESSION = String.raw`${QUANTITY}(?:${BETWEEN}${QUANTITY})*(?:\+(?!${D}))?`

const SEVEN_DIGITS = String.raw`(?=(?:[+ \u00a0\u202f\u2009./()-]{0,3}${D}){7})`
const AT_START = String.raw`(?<![\p{N}.,:/])`
const AT_END = `(?![.,:/]?${D})`
const YEAR = `(?:19|20)${D}${D}`

const ABROAD = String.raw`\(?(?:\+|${AT_START}${ZERO}{2})${SEVEN_DIGITS}${D}{1,5}\)?(?:(?:${SPACE}|[./-])?\(?${D}+\)?)*`
const AREA = String.raw`\(${SEVEN_DIGITS}${D}{1,5}\)${GAP}?${D}{2,}(?:${GAP}${D}{2,})*`
const LOCAL = `${AT_START}${ZERO}${D}{1,3}/${D}{3,}(?:${GAP}${D}{2,})*${AT_END}`
const GROUPS = `${AT_START}(?!${YEAR}(?:[-–]|${SPACE}${D}{1,3}(?!${D}|${GAP}${D})))${SEVEN_DIGITS}${D}{1,5}(?:${GAP}${D}{2,})+${AT_END}`
const THOUSANDS = `${AT_START}${D}{1,3}(?:${SPACE}${D}{3})+${AT_END}`
const FRACTION = `${AT_START}${D}+ ${D}{1,2}/${D}{1,2}${AT_END}`
const STARRED = String.raw`(?<![\p{L}\p{N}])[*#]{1,3}${D}+(?:[*#]{1,3}${D}+)*[*#]*`

const FIGURE = new RegExp(
  [ABROAD, AREA, LOCAL, GROUPS, THOUSANDS, FRACTION, STARRED, EXPRESSION].join('|'),
  'gu',
)
const KEEPS_ITS_ORDER = new RegExp(`^${PLAIN}$`, 'u')

/**
 * The figures of an Arabic text whose signs or groups would turn around: telephone numbers, ranges and scores, signs,
 * sums of money, percentages. Figures such as 12.5, 1,234, 10:30 and 12/05/2026 keep their order by themselves.
 */
export function figureRuns(text: string): Span[] {
  return [...text.matchAll(FIGURE)]
    .filter(({ 0: figure }) => !KEEPS_ITS_ORDER.test(figure) || isTelephone(figure))
    .map(({ 0: figure, index }) => [index, index + balanced(figure).length])
}

function isTelephone(figure: string): boolean {
  return /^[0٠۰]\p{Nd}{1,3}\/\p{Nd}{5,}$/u.test(figure)
}

/* The bracket behind a number may close one that the number did not open: «(هاتف +961 1 234 567)». */
function balanced(figure: string): string {
  const isOpen = figure.split('(').length < figure.split(')').length
  return isOpen ? figure.replace(/\)$/, '') : figure
}

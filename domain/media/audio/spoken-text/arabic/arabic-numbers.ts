import { toCardinal } from 'n2words/ar-SA'
import { type CountedNoun, formAfter, type Gender } from './counted-noun.ts'

export type NumberForm = {
  /** The gender of what is counted. */
  gender: Gender
  /** After a preposition and in a genitive: عشرين, not عشرون. */
  isOblique?: boolean
  /** The counted noun follows at once: ألفا سفينة, not ألفان. */
  hasNoun?: boolean
}

type Scale = { size: number; one: string; two: string; few: string; many: string }

/* Thousands, millions and billions are masculine whatever is counted. */
const SCALES: Scale[] = [
  { size: 1e12, one: 'تريليون', two: 'تريليونان', few: 'تريليونات', many: 'تريليونًا' },
  { size: 1e9, one: 'مليار', two: 'ملياران', few: 'مليارات', many: 'مليارًا' },
  { size: 1e6, one: 'مليون', two: 'مليونان', few: 'ملايين', many: 'مليونًا' },
  { size: 1e3, one: 'ألف', two: 'ألفان', few: 'آلاف', many: 'ألفًا' },
]

/** The largest number that is read as one. */
export const MOST_SPOKEN = 999e12

/** A whole number from 0 on in words, agreeing with what it counts. */
export function cardinal(number: number, form: NumberForm): string {
  if (number === 0) return 'صفر'
  const parts: string[] = []
  let rest = number
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.size)
    rest %= scale.size
    if (count > 0) parts.push(scaled(count, scale, form, rest === 0))
  }
  if (rest > 0) parts.push(belowThousand(rest, form))
  return parts.join(' و')
}

/* «ثلاثة آلاف», «أحد عشر ألفًا», «مئتا ألف»; before the counted noun «أحد عشر ألف سفينة», «ألفا سفينة». */
function scaled(count: number, scale: Scale, form: NumberForm, isLast: boolean): string {
  const isBeforeNoun = isLast && form.hasNoun === true
  if (count === 1) return scale.one
  if (count === 2) return dual(scale.two, form.isOblique, isBeforeNoun)
  const own = { gender: 'masculine', isOblique: form.isOblique, hasNoun: true } as const
  const words = belowThousand(count, own)
  const lastTwo = count % 100
  if (lastTwo >= 3 && lastTwo <= 10) return `${words} ${scale.few}`
  if (lastTwo >= 11) return `${words} ${isBeforeNoun ? scale.one : scale.many}`
  return `${words} ${scale.one}`
}

function belowThousand(number: number, { gender, isOblique, hasNoun }: NumberForm): string {
  const words = modern(toCardinal(number, { gender }))
  const inCase = isOblique ? oblique(words) : words
  if (!hasNoun) return inCase
  if (number % 100 === 0) return inCase.replace(/^مئتان$/, 'مئتا').replace(/^مئتين$/, 'مئتي')
  return inCase.replace(/(^|\sو?|و)ثمان$/, '$1ثماني')
}

/* «مئة» as newspapers write it now; «إحدى» for «واحدة» before a ten. */
function modern(words: string): string {
  return words
    .replaceAll('مائة', 'مئة')
    .replace(/واحدة و(?=\p{L}+ون$)/u, 'إحدى و')
    .replace(/ثمان عشرة$/, 'ثماني عشرة')
}

const TENS = ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']

/** The genitive and accusative of a number in words. */
function oblique(words: string): string {
  return words
    .split(' ')
    .map(word => {
      const [, and = '', bare = word] = /^(و?)(.*)$/.exec(word) ?? []
      return and + (OBLIQUE.get(bare) ?? bare)
    })
    .join(' ')
}

const OBLIQUE = new Map([
  ...TENS.map((ten): [string, string] => [`${ten}ون`, `${ten}ين`]),
  ['اثنان', 'اثنين'],
  ['اثنتان', 'اثنتين'],
  ['اثنا', 'اثني'],
  ['اثنتا', 'اثنتي'],
  ['مئتان', 'مئتين'],
])

/** «ألفان», «ألفين», and before a noun «ألفا», «ألفي». */
export function dual(nominative: string, isOblique = false, isConstruct = false): string {
  const stem = nominative.slice(0, -2)
  if (isConstruct) return stem + (isOblique ? 'ي' : 'ا')
  return stem + (isOblique ? 'ين' : 'ان')
}

/** A whole number with its noun, in the form that the number asks for. */
export function counted(number: number, noun: CountedNoun, isOblique = false): string {
  const { gender, one, two } = noun
  if (number === 1) return `${one} ${only(gender)}`
  if (number === 2) return dual(two, isOblique)
  const lastTwo = number % 100
  /* As in «ألف ليلة وليلة»: «مئة كتاب وكتاب», «مئة كتاب وكتابان». */
  if (number > 100 && (lastTwo === 1 || lastTwo === 2)) {
    const round = cardinal(number - lastTwo, { gender, isOblique, hasNoun: true })
    return `${round} ${one} و${lastTwo === 1 ? one : dual(two, isOblique)}`
  }
  return `${cardinal(number, { gender, isOblique, hasNoun: true })} ${formAfter(noun, number)}`
}

/** The adjective of a single thing. */
export const only = (gender: Gender) => (gender === 'feminine' ? 'واحدة' : 'واحد')

/** A number with a fraction: «اثنا عشر فاصلة خمسة». The digits after the point are read as one number. */
export function decimal(whole: number, fraction: string, form: NumberForm): string {
  const digits = fraction.replace(/0+$/, '')
  if (digits === '') return cardinal(whole, form)
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0
  const spoken =
    digits.length > 3 ? spell(digits) : [...Array(zeros).fill('صفر'), small(Number(digits))].join(' ')
  const plain = { gender: 'masculine', isOblique: form.isOblique } as const
  return `${cardinal(whole, plain)} فاصلة ${spoken}`
}

const small = (number: number) => cardinal(number, { gender: 'masculine' })

/** Digits one by one, as of a telephone number. */
export function spell(digits: string): string {
  return [...digits].map(digit => cardinal(Number(digit), { gender: 'masculine' })).join(' ')
}

const ORDINALS: [masculine: string, feminine: string][] = [
  ['', ''],
  ['الأول', 'الأولى'],
  ['الثاني', 'الثانية'],
  ['الثالث', 'الثالثة'],
  ['الرابع', 'الرابعة'],
  ['الخامس', 'الخامسة'],
  ['السادس', 'السادسة'],
  ['السابع', 'السابعة'],
  ['الثامن', 'الثامنة'],
  ['التاسع', 'التاسعة'],
  ['العاشر', 'العاشرة'],
]

/** «الثاني عشر», «الحادية والعشرون»; «الثامنة عشرة بعد المئة»; thousands are the number with its article. */
export function ordinal(number: number, gender: Gender, isOblique = false): string {
  const index = gender === 'masculine' ? 0 : 1
  const unit = (value: number) =>
    value === 1 ? (index === 0 ? 'الحادي' : 'الحادية') : (ORDINALS[value]?.[index] ?? '')
  if (number >= 1 && number <= 10) return ORDINALS[number]?.[index] ?? ''
  if (number < 20) return `${unit(number - 10)} ${index === 0 ? 'عشر' : 'عشرة'}`
  const rest = number % 100
  if (number > 1000 || (number > 99 && rest === 0)) return definite(cardinal(number, { gender, isOblique }))
  if (number > 99)
    return `${ordinal(rest, gender, isOblique)} بعد ${definite(cardinal(number - rest, { gender, isOblique: true }))}`
  const ten = cardinal(number - (number % 10), { gender, isOblique })
  return number % 10 === 0 ? `ال${ten}` : `${unit(number % 10)} وال${ten}`
}

/** A number with its article, which each of its parts takes: «السبع والعشرون», «الإحدى عشرة». */
export function definite(words: string): string {
  return words
    .split(' و')
    .map(part => `ال${part}`)
    .join(' و')
}

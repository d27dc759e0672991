import { anyOf, NUMBER } from '#domain/media/audio/spoken-text/figures.ts'
import { type Place, rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { genderOf, isNounLike } from './counted-nouns.ts'
import { CURRENCIES } from './currencies.ts'
import { UNITS } from './measures.ts'
import { START } from './prefixes.ts'
import { sayNumber } from './say-number.ts'

const SIGN = anyOf([...UNITS.keys(), ...CURRENCIES.keys(), '%', '‰'])
/* «10-12%», «5–7 كم»: the second figure keeps its sign, and both are read behind a preposition. */
const FIRST_OF_MEASURES = rule(`${START}(${NUMBER})\\s?[-–—]\\s?(?=(?:${NUMBER})\\s?(${SIGN})(?!\\p{L}))`)

/** The first figure of «10-12%». */
export function measureRanges(text: string): string {
  return rewrite(text, FIRST_OF_MEASURES, (place, prefix, from, sign) => {
    const gender = (UNITS.get(sign) ?? CURRENCIES.get(sign))?.gender ?? 'masculine'
    return `${openingOf(place, prefix)}${sayNumber(from, { gender, isOblique: true })} ${linkOf(place)}`
  })
}

/** A prefix with «من», where neither it nor «بين» is written already. */
export function openingOf({ before }: Place, prefix: string): string {
  return prefix.endsWith('ب') || IS_OPENED.test(before) ? prefix : `${prefix}من `
}

const IS_OPENED = /(?:^|\s)و?(?:من|بين|خلال|عام|عامي|سنة|موسم|ب?(?:نسبة|كلفة|تكلفة|قيمة|سعر|معدّ?ل|سرعة))\s$/

/** The second end of a range behind «إلى», or «و» where «بين» opens it. */
export const linkOf = ({ before }: Place) => (/(?:^|\s)و?بين\s$/.test(before) ? 'و' : 'إلى ')

const SPORT =
  /مباراة|هدف|فوز|فاز|هزم|تعادل|نتيجة|ركلات|الشوط|الدوري|كأس|فريق|منتخب|نادي|المرمى|شباك|ملعب|انتهت|سجّ?ل|خسر|تغلّ?ب|تقدّ?م|أشواط|مجموعات/
/* A dash joins the figures of ranges too: it makes a score only beside words that nothing but sport has. */
const SPORT_ALONE = /مباراة|فوز|فاز|هزم|تعادل|ركلات|الشوط|الدوري|منتخب|المرمى|شباك|ملعب|أشواط/

const TWO_FIGURES = rule(`${START}(${NUMBER})\\s?([-–—])\\s?(${NUMBER})(?![\\d–/-])(?=(\\s\\p{L}+)?)`)

/** «3-1» of a match, «10–12 ساعة». */
export function scoresAndRanges(text: string): string {
  const [isSport, isSportAlone] = [SPORT.test(text), SPORT_ALONE.test(text)]
  return rewrite(text, TWO_FIGURES, (place, prefix, from, dash, to, next) => {
    const noun = next?.trim() ?? ''
    const mayBeScore = Number(from) < 200 && Number(to) < 200 && !IS_OPENED.test(place.before)
    const isAmongNouns = isNounLike(noun)
    const isScore = mayBeScore && (dash === '-' ? isSport || !isAmongNouns : isSportAlone && !isAmongNouns)
    return isScore ? prefix + sayScore(from, to) : sayRange(place, prefix, from, to, noun)
  })
}

function sayScore(ours: string, theirs: string): string {
  const second = sayNumber(theirs, { gender: 'masculine', isOblique: true })
  return `${sayNumber(ours, { gender: 'masculine' })} مقابل ${second}`
}

function sayRange(place: Place, prefix: string, from: string, to: string, noun: string): string {
  const form = { gender: genderOf(noun), isOblique: true }
  const last = sayNumber(to, { ...form, hasNoun: noun !== '' })
  return `${openingOf(place, prefix)}${sayNumber(from, form)} ${linkOf(place)}${last}`
}

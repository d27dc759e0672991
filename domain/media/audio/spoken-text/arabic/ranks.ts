import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { cardinal, definite, ordinal } from './arabic-numbers.ts'
import { isCountedBehind } from './counted-behind.ts'
import type { Gender } from './counted-noun.ts'
import { genderOf, isPlural, knownNoun } from './counted-nouns.ts'
import { isGoverned, isNounOblique, isOblique } from './grammatical-case.ts'
import { joined } from './prefixes.ts'

const WITH_ARTICLE = rule(
  String.raw`(?<![\p{L}\p{N}])(و?[بلك]?)ال(\d{1,4})(?!\d|[.,:/-]\d)(?=(?:\s(\p{L}+))?)`,
)

/** «الدورة الـ12», «القرى الـ11», «مجموعة الـ20». */
export function figuresWithArticle(text: string): string {
  return rewrite(text, WITH_ARTICLE, (place, prefix, figure, next = '') => {
    const number = Number(figure)
    const noun = lastWord(place.before)
    const inCase = isOblique(place, prefix) || isNounOblique(place)
    if (number > 10 && /^(?:مجموعة|قمة|دول|اجتماع)$/.test(noun))
      return prefix + definite(cardinal(number, { gender: 'masculine', isOblique: true }))
    /* «القرى الإحدى عشرة», «الاثنا عشر شهرًا» are counted; after one thing, the figure is its rank. */
    const isNounNext = knownNoun(next) !== null
    const gender =
      isNounNext && !isPlural(noun) ? genderOf(next) : genderOf(noun.replace(/^[وف]?[بلك]?ال|^[وف]?لل/, ''))
    const said =
      isPlural(noun) || isNounNext
        ? definite(cardinal(number, { gender, isOblique: inCase, hasNoun: isNounNext }))
        : ordinal(number, gender, inCase)
    return joined(prefix, said)
  })
}

const lastWord = (text: string) => /(\S+)\s*$/.exec(text)?.[1] ?? ''

const ARTICLE = String.raw`(?<!\p{L})(و?[بك]?ال|و?لل)`
const RANKED = 'مرتبة|مركز|دورة|جولة|قرن|طابق|مادة|نسخة|حلقة|دقيقة'
const NUMBER_END = String.raw`(?![\d%+]|[.,:/–-]\d)`
const RANK = rule(String.raw`${ARTICLE}(${RANKED})\s(\d{1,3})${NUMBER_END}`)
const TWO_RANKS = rule(
  String.raw`${ARTICLE}((?:دقيق|ماد|مرتب|دور|جول|نسخ|حلق)ت|قرن|مركز|طابق)(ين|ان)\s(\d{1,3})\sو(\d{1,3})${NUMBER_END}`,
)

/** «المرتبة 19», «القرنين 19 و20»: the figure behind a place in a row is its rank. */
export function ranks(text: string): string {
  const read = rewrite(text, TWO_RANKS, (place, article, noun, ending, first, second) => {
    if (isCountedBehind(Number(second), place.after)) return place.match
    const gender = noun.endsWith('ت') ? 'feminine' : 'masculine'
    const [one, two] = [first, second].map(figure => ordinal(Number(figure), gender, ending === 'ين'))
    return `${article}${noun}${ending} ${one} و${two}`
  })
  return rewrite(read, RANK, (place, article, noun, figure) => {
    const number = Number(figure)
    if (number === 0 || isCountedBehind(number, place.after)) return place.match
    const inCase = /[بكل]ال$|لل$/.test(article) || isGoverned(place)
    const gender: Gender = noun.endsWith('ة') ? 'feminine' : 'masculine'
    return `${article}${noun} ${ordinal(number, gender, inCase)}`
  })
}

import { rewrite, rule } from '#domain/media/audio/spoken-text/rewrite.ts'
import { cardinal, definite, ordinal } from './arabic-numbers.ts'
import { genderOf, isPlural, knownNoun } from './counted-nouns.ts'
import { isGoverned, isNounOblique, isOblique } from './grammatical-case.ts'
import { joined } from './prefixes.ts'

const WITH_ARTICLE = rule('(?<![\\p{L}\\p{N}])(و?[بلك]?)ال(\\d{1,4})(?!\\d|[.,:/-]\\d)(?=(\\s\\p{L}+)?)')

/** «الدورة الـ12», «القرى الـ11», «مجموعة الـ20». */
export function figuresWithArticle(text: string): string {
  return rewrite(text, WITH_ARTICLE, (place, prefix, figure, next) => {
    const number = Number(figure)
    const before = lastWord(place.before)
    const oblique = isOblique(place, prefix) || isNounOblique(place)
    if (number > 10 && /^(?:مجموعة|قمة|دول|اجتماع)$/.test(before))
      return prefix + definite(cardinal(number, { gender: 'masculine', isOblique: true }))
    /* «القرى الإحدى عشرة», «الاثنا عشر شهرًا» are counted; after one thing, the figure is its rank. */
    const isNounNext = isCounted(next)
    if (isPlural(before) || isNounNext) {
      const gender = isPlural(before)
        ? genderOf(before.replace(/^ال/, ''))
        : genderOf((next ?? before).trim())
      return joined(prefix, definite(cardinal(number, { gender, isOblique: oblique, hasNoun: isNounNext })))
    }
    return joined(prefix, ordinal(number, before.endsWith('ة') ? 'feminine' : 'masculine', oblique))
  })
}

const isCounted = (word: string | undefined) => word !== undefined && knownNoun(word.trim()) !== null

const lastWord = (text: string) => /(\S+)\s*$/.exec(text)?.[1] ?? ''

/* «المرتبة 19», «المادة 51»: the figure behind a place in a row is its rank. */
const RANK = rule(
  '(?<!\\p{L})(و?[بك]?ال|و?لل)(مرتبة|مركز|دورة|جولة|قرن|طابق|مادة|نسخة|حلقة)\\s(\\d{1,2})(?![\\d%]|[.,:/–-]\\d)',
)

/** «المرتبة 19». */
export function ranks(text: string): string {
  return rewrite(text, RANK, (place, article, noun, figure) => {
    const number = Number(figure)
    if (number === 0) return `${article}${noun} ${figure}`
    const oblique = /[بكل]ال$|لل$/.test(article) || isGoverned(place)
    return `${article}${noun} ${ordinal(number, noun.endsWith('ة') ? 'feminine' : 'masculine', oblique)}`
  })
}

import { arabic } from '#bench/newsroom/arabic.ts'
import { Dice } from '#bench/newsroom/dice.ts'
import { english } from '#bench/newsroom/english.ts'
import { wordOfRank } from '#bench/newsroom/rare-words.ts'
import type { Locale } from '#i18n/locales.ts'

export type Question = { locale: Locale; typed: string; words: number }

/* Each of the forty subjects and objects occurs in thousands of articles; a name occurs in one or in thousands. */
const COMMON: Record<Locale, string[]> = { ar: wordsOf(arabic.objects), en: wordsOf(english.objects) }
const DEEPEST_RANK = 20_000

/**
 * Queries of one, two and three words in turn, half of them Arabic, from words that are everywhere to names that are
 * very rare.
 */
export function questions(count: number): Question[] {
  const dice = new Dice(5)
  return Array.from({ length: count }, (_, index) => {
    const locale = index % 2 ? 'en' : 'ar'
    const words = 1 + (Math.floor(index / 2) % 3)
    /* Every second query starts with a frequent word. */
    const isCommon = Math.floor(index / 6) % 2 === 0
    const typed = Array.from({ length: words }, (_, at) =>
      (at === 0 ? isCommon : dice.chance(0.5))
        ? dice.pick(COMMON[locale])
        : wordOfRank(locale, Math.floor(DEEPEST_RANK ** dice.share())),
    )
    return { locale, typed: typed.join(' '), words }
  })
}

/** The states of the search box while such a query is typed, from two letters on. */
export function beginnings(count: number): Question[] {
  return questions(count).map(({ locale, typed, words }, index) => ({
    locale,
    words,
    typed: typed.slice(0, Math.max(2, typed.length - (index % 5))),
  }))
}

function wordsOf(phrases: readonly string[]): string[] {
  return [...new Set(phrases.flatMap(phrase => phrase.split(' ')).filter(word => word.length > 3))]
}

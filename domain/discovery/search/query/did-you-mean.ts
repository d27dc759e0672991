import { type KnownWord, knownWords, wordsBeginning } from '#db/queries/search-words.ts'
import { bareWord } from '#domain/discovery/search/analysis/bare-word.ts'
import { wordsOf } from '#domain/discovery/search/analysis/words.ts'
import type { Locale } from '#i18n/locales.ts'
import { editDistance } from './edit-distance.ts'
import { onOtherKeyboard } from './keyboard-slip.ts'

/* Short words have too many neighbours. */
const SHORTEST = 3
const LONG = 6
const MAX_CANDIDATES = 1500
/* A query with more unknown words than this was not mistyped. */
const MAX_CORRECTED = 4

const ALPHABETS = { ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويء', en: 'abcdefghijklmnopqrstuvwxyz' } as const

/**
 * A correction for a query that finds nothing: each unknown word is replaced by the nearest known one, or the whole
 * query by what the same keys write on the other keyboard. Null when nothing is near.
 */
export async function didYouMean(typed: string, locale: Locale): Promise<string | null> {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  const known = new Map(
    (
      await knownWords(
        words.map(({ folded }) => folded),
        locale,
      )
    ).map(word => [word.word, word]),
  )
  let corrected = ''
  let end = 0
  let isChanged = false
  let corrections = 0
  for (const word of words) {
    const mayBeWrong = corrections < MAX_CORRECTED && !known.has(word.folded)
    if (mayBeWrong) corrections += 1
    const better = mayBeWrong ? await nearest(word.folded, locale) : null
    corrected += typed.slice(end, word.start) + (better?.spelling ?? word.text)
    end = word.end
    isChanged ||= better !== null
  }
  return isChanged ? corrected + typed.slice(end) : slipOf(typed, locale)
}

async function slipOf(typed: string, locale: Locale): Promise<string | null> {
  const meant = onOtherKeyboard(typed)
  if (meant === null) return null
  const words = wordsOf(meant).map(({ folded }) => folded)
  const known = await knownWords(words, locale)
  return words.length > 0 && known.length === new Set(words).size ? meant : null
}

async function nearest(folded: string, locale: Locale): Promise<KnownWord | null> {
  if (folded.length < SHORTEST || /^\d/.test(folded)) return null
  const bare = bareWord(folded)
  const most = folded.length >= LONG ? 2 : 1
  const [first = ''] = bare
  const candidates = [
    ...(await knownWords(otherwiseBegun(folded, locale), locale)),
    ...(await wordsBeginning(first, locale, MAX_CANDIDATES, {
      least: bare.length - most,
      most: bare.length + most,
    })),
  ]
  let best: { word: KnownWord; distance: number } | null = null
  for (const word of candidates) {
    const distance = Math.min(editDistance(folded, word.word, most), editDistance(bare, word.bare, most))
    if (distance > most) continue
    const isBetter =
      !best || distance < best.distance || (distance === best.distance && word.articles > best.word.articles)
    if (isBetter) best = { word, distance }
  }
  return best?.word ?? null
}

/*
 * A mistake in the first letter hides a word from lookups by prefix, so these variants omit, add, replace or swap it.
 */
function otherwiseBegun(word: string, locale: Locale): string[] {
  const [first = '', second = ''] = word
  const rest = word.slice(1)
  const letters = [...ALPHABETS[locale]]
  return [
    rest,
    `${second}${first}${word.slice(2)}`,
    ...letters.flatMap(letter => [letter + word, letter + rest]),
  ].filter(each => each !== word && each.length >= SHORTEST)
}

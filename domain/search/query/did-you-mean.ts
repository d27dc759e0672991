import { type KnownWord, knownWords, wordsBeginning } from '../../../db/queries/search-words'
import type { Locale } from '../../../i18n/locales'
import { bareWord } from '../analysis/bare-word'
import { wordsOf } from '../analysis/words'
import { editDistance } from './edit-distance'
import { onOtherKeyboard } from './keyboard-slip'

/* Short words have too many neighbours. */
const SHORTEST = 3
const LONG = 6
const MOST_CANDIDATES = 3000

const ALPHABETS = { ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويء', en: 'abcdefghijklmnopqrstuvwxyz' } as const

/**
 * What was probably meant by words that find nothing: each unknown word is replaced by the nearest that the index
 * knows, or all of it by what the same keys write on the other keyboard. Null when nothing is near.
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
  for (const word of words) {
    const better = known.has(word.folded) ? null : await nearest(word.folded, locale)
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
    ...(await knownWords(oneStepFrom(folded, locale), locale)),
    ...(await wordsBeginning(first, locale, MOST_CANDIDATES)),
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

/* Every word that one slip of the finger away: the first letter may be the wrong one. */
function oneStepFrom(word: string, locale: Locale): string[] {
  const letters = [...ALPHABETS[locale]]
  const near = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    near.add(before + after.slice(1))
    if (after.length > 1) near.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    for (const letter of letters) {
      near.add(before + letter + after)
      near.add(before + letter + after.slice(1))
    }
  }
  near.delete(word)
  return [...near].filter(each => each.length >= SHORTEST)
}

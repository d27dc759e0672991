import { arabicStem } from './arabic-stem.ts'
import { englishStem } from './english-stem.ts'
import { type Word, wordsOf } from './words.ts'

/** A word as search knows it: `folded` is its exact form, `stem` is shared by all its forms. */
export type Term = Word & { stem: string }

/**
 * Raise this with every change that gives some word another form: an index made with a smaller number is then made
 * again.
 */
export const ANALYZER = 2

/** The words of a text as terms. Indexing, searching and highlighting all go through here. */
export function analyze(text: string): Term[] {
  return wordsOf(text).map(word => ({ ...word, stem: stemOf(word.folded) }))
}

/** The stem of a folded word, by its script. */
export function stemOf(folded: string): string {
  const known = stems.get(folded)
  if (known !== undefined) return known
  const stem = /\p{Script=Arabic}/u.test(folded)
    ? arabicStem(folded)
    : /^[a-z]/.test(folded)
      ? englishStem(folded)
      : folded
  if (stems.size >= REMEMBERED) stems.clear()
  stems.set(folded, stem)
  return stem
}

const REMEMBERED = 50_000
const stems = new Map<string, string>()

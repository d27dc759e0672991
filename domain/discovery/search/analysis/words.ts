import { fold } from './fold.ts'

/** A word of a text, with its position and its folded form. */
export type Word = { text: string; start: number; end: number; folded: string }

/*
 * Numbers with their separators («1,200», «12.5»), a letter with the signs of its name (C++, C#), runs of Arabic letters, and runs of other letters and digits («G20»,
 * "don't"). The two scripts are split where they meet, as in «وBBC».
 */
const ARABIC = String.raw`(?:(?=\p{Script_Extensions=Arabic})\p{L}|[\u0640\u200c\u200d]|\p{M})`
const OTHER = String.raw`(?:(?!\p{Script_Extensions=Arabic})\p{L}|\p{N}|\p{M})`
const WORD = new RegExp(
  [
    String.raw`\p{N}+(?:[.,٫٬]\p{N}+)+(?!\p{L})`,
    String.raw`[A-Za-z](?:\+\+|#)(?![\p{L}\p{N}+#])`,
    String.raw`(?=\p{L})${ARABIC}+`,
    String.raw`(?=[\p{L}\p{N}])${OTHER}+(?:['’ʼ]${OTHER}+)*`,
  ].join('|'),
  'gu',
)

const LONGEST = 64

/** The words of a text in order. Every other character separates them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, (written, start) => {
    const folded = foldWord(written)
    if (folded) words.push({ text: written, start, end: start + written.length, folded })
  })
  return words
}

/** Calls `visit` for each word of a text as written. Do not call it from within `visit`. */
export function eachWord(text: string, visit: (written: string, start: number) => void): void {
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) visit(match[0], match.index)
}

/* The same words come again and again in a newsroom's texts. */
const known = new Map<string, string>()
const REMEMBERED = 50_000

/** A word as it is stored and searched; empty when nothing of it remains. */
export function foldWord(word: string): string {
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  const folded = foldOne(word)
  if (known.size >= REMEMBERED) known.clear()
  known.set(word, folded)
  return folded
}

function foldOne(word: string): string {
  const folded = fold(word)
  if (/^\d/.test(folded)) return folded.replaceAll(/[,٬]/g, '').replaceAll('٫', '.').slice(0, LONGEST)
  /* Both engines split words at these signs. */
  if (/^[a-z](?:\+\+|#)$/.test(folded)) return `${folded[0]}${folded.endsWith('#') ? 'sharp' : 'plusplus'}`
  /* "the minister's" is about the minister. */
  return folded
    .replace(/['’ʼ]s$/, '')
    .replaceAll(/['’ʼ]/g, '')
    .slice(0, LONGEST)
}

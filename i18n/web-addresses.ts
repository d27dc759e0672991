import { RTL_LETTER } from './letters.ts'

/** An address within a text: where it begins, and where the text goes on. */
export type FoundAddress = { from: number; to: number }

/* Raw Arabic may stand in a path. Spaces, quotation marks and invisible controls end an address. */
const REST = String.raw`[^\s<>"“”„«»‹›…|^\u0060{}\\\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+`
const EMAIL = String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`
const SCHEME = String.raw`(?<![\w+.-])(?:(?:https?|ftp):\/\/|(?:mailto|tel):(?=[\w+(@])|www\.(?=[\p{L}\p{N}]))`
const BARE = String.raw`(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/`

const ADDRESS = new RegExp(`(?:${SCHEME}|${BARE})${REST}|${EMAIL}`, 'giu')

/** Finds web and mail addresses in a text, without the marks behind them. */
export function findAddresses(text: string): FoundAddress[] {
  return [...text.matchAll(ADDRESS)].map(match => ({
    from: match.index,
    to: match.index + withoutMarksBehind(match[0]).length,
  }))
}

/* A mark that an Arabic letter follows at once stands before the next word of a sentence. */
const NEXT_WORD = new RegExp(`[،؛؟۔,;!](?=${RTL_LETTER})`, 'u')

/* Marks of both scripts, but for those by which an address may end: a slash, a dash, the signs of a query. Brackets
 * that hold nothing but marks are a mark, too. */
const MARKS_AT_END = /(?:&\w+;|\([\p{P}\p{S}]*\)|(?![/#&=+)\]-])[\p{P}\p{S}])$/u

/**
 * Cuts from an address the marks that belong to the sentence around it: a comma, a question mark, a closing quotation
 * mark, of either script. A bracket stays if the address opened it.
 */
export function withoutMarksBehind(address: string): string {
  let kept = address.slice(0, endOfAddress(address))
  while (MARKS_AT_END.test(kept)) kept = kept.replace(MARKS_AT_END, '')
  return kept
}

function endOfAddress(address: string): number {
  const places = [address.search(/[\s<>"“”„«»‹›…]/u), address.search(NEXT_WORD), unopenedBracket(address)]
  return Math.min(...places.map(place => (place < 0 ? address.length : place)))
}

const OPENERS = new Map([
  [')', '('],
  [']', '['],
])

function unopenedBracket(address: string): number {
  const open: string[] = []
  for (let place = 0; place < address.length; place++) {
    const character = address[place] ?? ''
    if (character === '(' || character === '[') open.push(character)
    else if ((character === ')' || character === ']') && open.pop() !== OPENERS.get(character)) return place
  }
  return -1
}

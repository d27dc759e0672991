/** A match and the text on both sides of it, as far as a rule looks. */
export type Place = { match: string; before: string; after: string }

/* Rules look over a few words; a text is copied no farther, or a long one would take the square of its length. */
const LETTERS_BESIDE = 60

/** A pattern that is looked for in the whole text. */
export const rule = (pattern: string) => new RegExp(pattern, 'gu')

/** The text with each match of a pattern said in words. A group that matches nothing is undefined. */
export function rewrite(
  text: string,
  pattern: RegExp,
  say: (place: Place, ...groups: string[]) => string,
): string {
  return text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const offset = rest.findIndex(each => typeof each === 'number')
    const start = rest[offset] as number
    const end = start + match.length
    const before = text.slice(Math.max(0, start - LETTERS_BESIDE), start)
    const place = { match, before, after: text.slice(end, end + LETTERS_BESIDE) }
    return say(place, ...(rest.slice(0, offset) as string[]))
  })
}

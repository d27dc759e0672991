const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['‹', '›'],
  ['"', '"'],
])

const CLOSERS = new Set(PAIRS.values())

/** Whether a bracket or a quotation mark opens here that the text after it closes. */
export function isClosedBy(opener: string, text: string): boolean {
  const closer = PAIRS.get(opener)
  if (closer === undefined) return false
  if (closer === opener) return count(text, closer) % 2 === 1
  return count(text, closer) > count(text, opener)
}

/** Whether a bracket or a quotation mark closes here that the text before it opened. */
export function isOpenedBy(closer: string, text: string): boolean {
  if (!CLOSERS.has(closer)) return false
  if (closer === '"') return count(text, closer) % 2 === 1
  return [...PAIRS].some(([opener, own]) => own === closer && count(text, opener) > count(text, closer))
}

/** The place of the bracket or quotation mark that closes the one at `opener`; -1 without one. */
export function closerOf(text: string, opener: number): number {
  const mark = text[opener] ?? ''
  const closer = PAIRS.get(mark)
  if (closer === undefined) return -1
  let depth = 0
  for (let place = opener + 1; place < text.length; place++) {
    if (text[place] === closer && depth-- === 0) return place
    if (text[place] === mark) depth++
  }
  return -1
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

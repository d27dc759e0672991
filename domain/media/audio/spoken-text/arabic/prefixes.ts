/** Letters that are written together with the figure: «و28», «ب5», «لـ40». A figure of a word or number is none. */
export const START = String.raw`(?<![\p{L}\p{N}.,])(و?[بلكف]?)`

export const END = String.raw`(?![\p{L}\p{N}])`

/** A word with its article behind its prefix: «بالثاني والعشرين», «للثاني». */
export function joined(prefix: string, definite: string): string {
  return prefix + (prefix.endsWith('ل') ? definite.replace(/^ا/, '') : definite)
}

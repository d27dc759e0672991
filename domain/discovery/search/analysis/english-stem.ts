import { stem } from 'porter2'

/* British and American spellings are unified. */
const SPELLINGS: [RegExp, string][] = [
  [/isation(s?)$/, 'ization$1'],
  [/^(col|fav|harb|hon|lab|neighb|behavi|rum|vap|endeav)our/, '$1or'],
  [/^(cent|theat|met|kilomet|lit|fib)re(s?)$/, '$1er$2'],
  [/^(defen|offen|licen)ce(s?)$/, '$1se$2'],
  [/^programmes?$/, 'program'],
]

/* Irregular plurals. */
const IRREGULAR = new Map<string, string>([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'person'],
  ['wives', 'wife'],
  ['lives', 'life'],
  ['crises', 'crisis'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['elections', 'election'],
])

/** The stem of a folded English word. */
export function englishStem(folded: string): string {
  const regular = IRREGULAR.get(folded) ?? folded
  const spelt = SPELLINGS.reduce((word, [pattern, other]) => word.replace(pattern, other), regular)
  return stem(spelt)
}

import { brokenPlurals, keptWhole, ownArticle, ownWaw } from './arabic-words.ts'

/* A stem of two letters is ambiguous. */
const SHORTEST = 3

const ARTICLES = ['بال', 'كال', 'ال', 'لل']
const POSSESSIVES = ['هما', 'ها', 'هم']

/* Longest first, and only one is removed: the remainder may end in letters that look like another. */
const ENDINGS = ['يات', 'يون', 'يين', 'ات', 'ون', 'ين', 'يا', 'يه', 'ه', 'ي', 'ا']

/** From this length on, «و» before a word that is not known to begin with it is "and". */
const AND_FROM = 6

/**
 * The stem of a folded Arabic word: without "and", the article, its prepositions and one ending. It removes too little
 * rather than too much: «لبنان» keeps its ending, «وزير» its first letter. Broken plurals come from a list.
 */
export function arabicStem(folded: string): string {
  if (keptWhole.has(folded)) return folded
  const bare = withoutBeginning(folded)
  return keptWhole.has(bare) ? bare : withoutEnding(bare)
}

function withoutBeginning(word: string): string {
  const joined = withoutAnd(word)
  if (isKnown(joined) || ownArticle.test(joined)) return joined
  /* «بمصر», «للبنان»: a preposition before a known name. */
  const name = joined.slice(1)
  if (/^[بلكف]/u.test(joined) && keptWhole.has(name)) return name
  const article = ARTICLES.find(each => joined.startsWith(each))
  const rest = article ? joined.slice(article.length) : ''
  return rest.length >= (article === 'ال' ? SHORTEST - 1 : SHORTEST) ? rest : joined
}

function withoutAnd(word: string): string {
  const rest = word.slice(1)
  const isBeforeArticle = ARTICLES.some(
    article => rest.startsWith(article) && rest.length - article.length >= SHORTEST - 1,
  )
  if (/^[وف]/u.test(word) && (isBeforeArticle || isKnown(rest))) return rest
  return word.startsWith('و') && word.length >= AND_FROM && !ownWaw.test(word) ? rest : word
}

function isKnown(word: string): boolean {
  return keptWhole.has(word) || brokenPlurals.has(word)
}

function withoutEnding(bare: string): string {
  const owned = withoutPossessive(bare)
  const singular = brokenPlurals.get(owned)
  if (singular) return keptWhole.has(singular) ? singular : withoutOneOf(ENDINGS, singular)
  const stem = withoutOneOf(ENDINGS, owned)
  /* «أسعاره» matches «أسعار» in the list only after its ending is removed. */
  return brokenPlurals.get(stem) ?? stem
}

/* «حكومتها» is «حكومة» whose ta marbuta became a ta. */
function withoutPossessive(word: string): string {
  const rest = withoutOneOf(POSSESSIVES, word)
  if (rest === word || isKnown(rest) || rest.endsWith('ات') || !rest.endsWith('ت')) return rest
  return rest.length > SHORTEST ? `${rest.slice(0, -1)}ه` : rest
}

function withoutOneOf(endings: readonly string[], word: string): string {
  const ending = endings.find(each => word.endsWith(each) && isEnding(each, word.slice(0, -each.length)))
  return ending ? word.slice(0, -ending.length) : word
}

function isEnding(ending: string, rest: string): boolean {
  if (ending === 'ا') return rest.length > SHORTEST
  /* In «بداية» and «قضايا» the ya belongs to the word. */
  if (['يات', 'يه', 'يا'].includes(ending) && rest.endsWith('ا')) return false
  return rest.length >= SHORTEST
}

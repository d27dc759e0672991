/** The words of the index: for completing and correcting what a reader types. */
import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { reader } from '../open'
import { prepared, value } from '../prepared'
import { searchWords } from '../schema/tables'

export type KnownWord = { word: string; bare: string; spelling: string; articles: number }

const columns = {
  word: searchWords.word,
  bare: searchWords.bare,
  spelling: searchWords.spelling,
  articles: searchWords.articles,
}

/* Behind every letter that a word can go on with, in the order of bytes that both engines compare by. */
const BEHIND_ALL = '\u{10ffff}'

/** Words that begin so, without their article; the most frequent first. */
export function wordsBeginning(bare: string, locale: Locale, limit: number): Promise<KnownWord[]> {
  return beginning().execute({ locale, from: bare, to: `${bare}${BEHIND_ALL}`, limit })
}

const beginning = prepared(db =>
  db
    .select(columns)
    .from(searchWords)
    .where(
      and(
        eq(searchWords.locale, value('locale')),
        gte(searchWords.bare, value('from')),
        lt(searchWords.bare, value('to')),
      ),
    )
    .orderBy(desc(searchWords.articles), asc(searchWords.word))
    .limit(value('limit')),
)

/** Those of these words that are known. */
export async function knownWords(words: string[], locale: Locale): Promise<KnownWord[]> {
  const known: KnownWord[] = []
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const some = words.slice(from, from + AT_ONCE)
    known.push(
      ...(await reader()
        .select(columns)
        .from(searchWords)
        .where(and(eq(searchWords.locale, locale), inArray(searchWords.word, some)))
        .orderBy(asc(searchWords.word))),
    )
  }
  return known
}

const AT_ONCE = 500

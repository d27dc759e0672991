/** The words of the index, to complete and correct a reader's input. */
import { and, asc, between, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { prepared, preparedForIds, value } from '#db/prepared.ts'
import { searchWords } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'

export type KnownWord = { word: string; bare: string; spelling: string; articles: number }

const columns = {
  word: searchWords.word,
  bare: searchWords.bare,
  spelling: searchWords.spelling,
  articles: searchWords.articles,
}

/* Sorts after every letter that can continue a word, in the byte order of both engines. */
const BEHIND_ALL = '\u{10ffff}'

/** Words that begin so without their article and have about this length, the most frequent first. */
export function wordsBeginning(
  bare: string,
  locale: Locale,
  limit: number,
  letters: { least?: number; most?: number } = {},
): Promise<KnownWord[]> {
  const { least = 0, most = LONGEST } = letters
  return beginning().execute({ locale, from: bare, to: `${bare}${BEHIND_ALL}`, least, most, limit })
}

const LONGEST = 1000

const beginning = prepared(db =>
  db
    .select(columns)
    .from(searchWords)
    .where(
      and(
        eq(searchWords.locale, value('locale')),
        gte(searchWords.bare, value('from')),
        lt(searchWords.bare, value('to')),
        between(sql`length(${searchWords.bare})`, value('least'), value('most')),
      ),
    )
    .orderBy(desc(searchWords.articles), asc(searchWords.word))
    .limit(value('limit')),
)

/** The words among these that the index knows. */
export function knownWords(words: string[], locale: Locale): Promise<KnownWord[]> {
  return words.length === 0 ? Promise.resolve([]) : known(words, { locale })
}

const known = preparedForIds((db, words) =>
  db
    .select(columns)
    .from(searchWords)
    .where(and(eq(searchWords.locale, value('locale')), inArray(searchWords.word, words)))
    .orderBy(asc(searchWords.word)),
)

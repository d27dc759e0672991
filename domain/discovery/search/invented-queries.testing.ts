import { numbersFrom } from '#domain/transfer/markdown/made-bodies.testing.ts'

const PIECES = [
  'school',
  'harbour',
  'tram',
  'the',
  'مدرسة',
  'الحكومة',
  'مُحَمَّد',
  'في',
  'و',
  'a',
  '٢٠٢٦',
  '12.5%',
  '1,200',
  '"',
  '“',
  '”',
  '«',
  '»',
  "'",
  '’',
  '-',
  '−',
  '*',
  '(',
  ')',
  ':',
  '^',
  '+',
  '@',
  '@ar',
  '@s1',
  '{',
  '}',
  '\\',
  '/',
  '|',
  '&',
  '!',
  '~',
  '%',
  '_',
  ';',
  '--',
  'AND',
  'OR',
  'NOT',
  'NEAR(',
  'exact:',
  'rowid',
  '<->',
  "'':*",
  '%00',
  '\u0000',
  '\u0007',
  '\u200f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\udc00',
  '🙂',
  '👩‍👩‍👧',
  'ﷺ',
  'ﻻ',
  'ی',
  'é',
  'ß',
  'İ',
  '漢字',
  'हिन्दी',
  '\n',
  '\t',
  ' ',
  ' ',
  ' ',
  '🇱🇧',
]

/** Random queries, most of them unlikely and some of them plausible; the same ones at every call. */
export function* inventedQueries(count: number): Generator<string> {
  const next = numbersFrom(7)
  for (let made = 0; made < count; made++) {
    /* One in two hundred is ten kilobytes long. */
    const pieces = made % 200 === 199 ? 2500 : 1 + Math.floor(next() * 9)
    let query = ''
    for (let piece = 0; piece < pieces; piece++) {
      query += PIECES[Math.floor(next() * PIECES.length)]
      if (next() < 0.4) query += ' '
    }
    yield query
  }
}

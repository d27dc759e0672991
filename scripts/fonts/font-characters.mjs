/** The characters that the faces are cut to, and the ranges in which pages ask for them. */

/** Characters from code points or inclusive ranges. */
const chars = (...ranges) =>
  ranges
    .map(range => (Array.isArray(range) ? range : [range, range]))
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
    )
    .join('')

export const BASIC_LATIN = chars([0x20, 0x7e])
export const LATIN_1_SIGNS = '\u00a0¡£§©«®°±·»½¿×÷'
/** Quotation marks, dashes, ellipsis, primes, guillemets; euro, trademark, minus; modifier apostrophe. */
export const PUNCTUATION = chars(
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  0x2022,
  0x2026,
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  0x20ac,
  0x2122,
  0x2212,
  0x2bc,
)
/** Letters with accents of French, German, Spanish and their neighbours, and rarer signs: most pages have none. */
export const ACCENTS = `${chars([0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0xff])}ıŒœ¢¤¥¦¨ª¬¯²³´µ¶¸¹º¼¾`
/** Letters of names from Turkish, Polish, Czech, Serbian, and of transliterated Arabic. */
export const NAMES = 'ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīİŁłŃńŇňŌōŐőŘřŚśŞşŠšŢţŤťŪūŮůŰűŹźŻżŽžȘșȚț'

/** Letters and marks of Arabic, and the Persian and dialect letters that names bring: one file, because they join. */
export const ARABIC = chars(
  0x60c,
  0x61b,
  0x61f,
  [0x621, 0x63a],
  [0x640, 0x655],
  [0x670, 0x671],
  0x67e,
  0x686,
  0x698,
  0x6a4,
  0x6a9,
  0x6af,
  0x6cc,
  /* Space, no-break space, and the joiners and marks of direction. */
  0x20,
  0xa0,
  [0x200c, 0x200f],
)
/** Eastern figures and ornate brackets: the house writes Western figures, so few pages have any. */
export const EASTERN = chars([0x660, 0x66c], [0xfd3e, 0xfd3f])
/** Figures and punctuation, which stand between Arabic words and must come from the same face. */
export const FIGURES = chars(
  [0x20, 0x25],
  [0x28, 0x3f],
  [0x5b, 0x5f],
  0xa0,
  0xab,
  0xb0,
  0xb7,
  0xbb,
  0xd7,
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201d],
  0x2026,
  0x2212,
)

export const RANGE_LATIN = 'U+0-BF, U+D7, U+F7, U+2BC, U+2000-22FF'
export const RANGE_LATIN_WITH_ACCENTS = 'U+0-FF, U+131, U+152-153, U+2BC, U+2000-22FF'
/* With the spaces: as many as there are words, they move the whole line when they change their width. */
export const RANGE_ARABIC = 'U+20, U+A0, U+600-65F, U+66D-6FF, U+200C-200F'
export const RANGE_EASTERN = 'U+660-66C, U+FD3E-FD3F'
export const RANGE_FIGURES = 'U+21-40, U+5B-5F, U+A1-D7, U+2010-2026, U+2212'
export const RANGE_INTERFACE_LATIN = 'U+21-7E, U+A1-E9, U+2010-2026, U+2190-2212'

/** The Latin of an Arabic interface: names, addresses, and what belongs to them. */
export const INTERFACE_LATIN = `${chars([0x20, 0x22], [0x25, 0x29], [0x2b, 0x3b], [0x3f, 0x5a], 0x5f, [0x61, 0x7a])}\u00a0«°·»×–—‘’‚“”…−©é`

/** The parts of names and taglines that the English edition shows in Arabic. */
export const LOCKUP_ARABIC = ' عرب برس العربية بالشعب وللشعب'

/**
 * Latin words and the house's name on an Arabic page: what stands between them comes from the Arabic faces. The figures
 * are for names that have one, such as «iPhone 17»: a bold figure beside a medium word reads as two.
 */
export const GUESTS = `${chars([0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a])} &'+-.@`

/** The unicode-range that holds exactly these characters. */
export function rangeOf(text) {
  const points = [...new Set([...text].map(char => char.codePointAt(0)))].sort((a, b) => a - b)
  const ranges = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = value => value.toString(16).toUpperCase()
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ')
}

import type { Locale } from './locales.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * Isolates a foreign run where no markup can stand: a title, a feed, a share text.
 * U+2068 and U+2069 only; the older embedding controls U+202A to U+202E leak into what follows.
 */
export function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
}

/** Removes embedding, override and isolate controls that could disguise a text; keeps LRM and RLM. */
export function stripBidiControls(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/gu
const LATIN = /[A-Za-z\u00c0-\u024f]/gu

/** The language of a text by its letters: Arabic when it has at least as many Arabic letters as Latin ones. */
export function detectLocale(text: string): Locale {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const arabic = count(ARABIC)
  return arabic > 0 && arabic >= count(LATIN) ? 'ar' : 'en'
}

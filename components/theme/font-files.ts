/* Written by scripts/fonts/cut-fonts.mjs: change that, not this. */
import type { Locale } from '#i18n/locales.ts'

/** The display and the text face of each language: the only ones a page asks for before its style sheet does. */
export const preloadFonts: Record<Locale, string[]> = {
  ar: ['/fonts/markazi-arabic.92baca2e.woff2', '/fonts/naskh-arabic.87a400a7.woff2'],
  en: ['/fonts/newsreader-display.4c6fe2de.woff2', '/fonts/newsreader-text.b70972dd.woff2'],
}

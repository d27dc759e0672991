import { detectLocale } from '#i18n/bidi.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'
import type { WxrItem } from './wxr-event.ts'

/**
 * The language of an item: the one the administrator names, else the one that Polylang or WPML marks, else detected
 * from its letters.
 */
export function itemLocale(item: WxrItem, fixedLocale: Locale | undefined): Locale {
  if (fixedLocale) return fixedLocale
  const code = languageMark(item)?.toLowerCase().split(/[-_]/)[0]
  if (isLocale(code)) return code
  const text = `${item.title} ${item.excerpt} ${item.content.replace(/<!--[\s\S]*?-->|<[^>]*>|\[[^\]]*\]|https?:\S+/g, ' ')}`
  return detectLocale(text)
}

/** The language with which the export marks a post, when this site does not have it; otherwise null. */
export function foreignMark(item: WxrItem): string | null {
  const mark = languageMark(item)
  return mark && !isLocale(mark.toLowerCase().split(/[-_]/)[0]) ? mark : null
}

function languageMark(item: WxrItem): string | undefined {
  return item.terms.find(term => term.domain === 'language')?.slug ?? item.meta._wpml_import_language_code
}

/** The translation group of an item: posts in one group are one story. Null when the export has none for it. */
export function translationGroup(item: WxrItem): string | null {
  const polylang = item.terms.find(term => term.domain === 'post_translations')?.slug
  const wpml = item.meta._wpml_import_translation_group
  return polylang ? `polylang:${polylang}` : wpml ? `wpml:${wpml}` : null
}

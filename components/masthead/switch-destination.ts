import type { Locale } from '../../i18n/locales'
import { authorsPath, frontPath, latestPath, topicsPath } from '../../i18n/paths'

/** What the language switch leads to when it does not lead to the same page. */
export function switchDestination(href: string, locale: Locale): 'front' | 'list' | 'section' {
  if (href === frontPath(locale)) return 'front'
  const lists: string[] = [topicsPath(locale), authorsPath(locale), latestPath(locale)]
  return lists.includes(href) ? 'list' : 'section'
}

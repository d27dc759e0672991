import { archivePath, authorsPath, frontPath, latestPath, topicsPath } from '#addresses/paths.ts'
import type { Locale } from '#i18n/locales.ts'

export type Destination = 'front' | 'list' | 'archive' | 'section'

/** The kind of page that the language switch leads to when the other language lacks this one. */
export function switchDestination(href: string, locale: Locale): Destination {
  if (href === frontPath(locale)) return 'front'
  if (`${href}/`.startsWith(`${archivePath(locale)}/`)) return 'archive'
  const lists: string[] = [topicsPath(locale), authorsPath(locale), latestPath(locale)]
  return lists.includes(href) ? 'list' : 'section'
}

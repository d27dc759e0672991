import { isLocale, type Locale } from '#i18n/locales.ts'
import { readStoryId } from './story-id.ts'

/** A list of sounds: of one story, or of the headlines. */
export type ListenList = {
  list: number | 'headlines'
  /** The language of its stories; null: the page's. */
  stories: Locale | null
}

/**
 * The name of a list in a path: `12`, `headlines`, or with the language of its stories after it, `12.ar`; null when it
 * names none.
 */
export function readListenList(name: string): ListenList | null {
  const [first = '', stories, ...rest] = name.split('.')
  const list = first === 'headlines' ? first : readStoryId(first)
  if (list === null || rest.length > 0) return null
  if (stories === undefined) return { list, stories: null }
  return isLocale(stories) ? { list, stories } : null
}

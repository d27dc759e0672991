import type { ContentChange } from '#db/queries/changes.ts'
import type { ListKind } from '#db/schema/tables.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'

/** An article that readers may see differently, derived from the tags of its changes. */
export type ChangedArticle = {
  storyId: number
  locale: Locale
  /** The lists that have or had it. */
  lists: { kind: ListKind; id: number }[]
  /** Paths where it can no longer be read. */
  formerPaths: string[]
}

/**
 * The articles of some changes, each once. A change without a story, or with a story but without its list of the
 * newest, is about something else: the breaking strip, the most read, a name in the catalogue, everything.
 */
export function changedArticles(changes: readonly ContentChange[]): ChangedArticle[] {
  const found = new Map<string, ChangedArticle>()
  for (const { tags } of changes) {
    const named = (kind: string) =>
      tags.filter(name => name.startsWith(`${kind}:`)).map(name => name.slice(kind.length + 1))
    const lists = (['section', 'topic', 'author'] as const).flatMap(kind =>
      named(kind).map(id => ({ kind, id: Number(id) })),
    )
    for (const locale of named('latest').filter(isLocale)) {
      for (const storyId of named('story').map(Number)) {
        const key = `${locale}:${storyId}`
        const article = found.get(key) ?? { storyId, locale, lists: [], formerPaths: [] }
        article.lists.push(...lists)
        article.formerPaths.push(...named('former'))
        found.set(key, article)
      }
    }
  }
  return [...found.values()]
}

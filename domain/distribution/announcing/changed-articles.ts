import type { ContentChange } from '#db/queries/changes.ts'
import type { ListKind } from '#db/schema/tables.ts'
import { isLocale, type Locale } from '#i18n/locales.ts'

/** An article of which readers may see something else than before, by what its changes named. */
export type ChangedArticle = {
  storyId: number
  locale: Locale
  /** The lists in which it stands or stood. */
  lists: { kind: ListKind; id: number }[]
  /** Where it can be read no longer. */
  formerPaths: string[]
}

/**
 * The articles that changes are about, each once. What names no story, or a story without its list of the newest, is
 * about something else: a strip, the most read, a name in the catalogue, everything.
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

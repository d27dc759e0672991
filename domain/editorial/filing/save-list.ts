import type { StoredList } from '#db/queries/catalogue.ts'
import { distrustArticlesOf } from '#db/queries/search-documents.ts'
import type { ListKind } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'
import { keepOldSlugs } from './keep-old-slugs.ts'

type Words = { name: string; slug: string }

type ListDraft = {
  kind: ListKind
  /** Null when there is none with this key. */
  before: StoredList<Words> | null
  /** Columns that the languages share. */
  shared: Record<string, unknown>
  texts: Partial<Record<Locale, Words>>
  put: () => Promise<number>
  now: Date
}

/**
 * Saves a section, topic or author: whatever articles are listed under. A slug that changes leaves its address behind,
 * and articles under another name are found by it.
 */
export function saveList(tx: Tx, actor: Actor, draft: ListDraft): Promise<number> {
  const { kind, before, shared, texts, put, now } = draft
  const locales = localeList.filter(locale => texts[locale])
  const subject = { kind, id: before?.id ?? null, locales }
  return performFiling(tx, actor, { permission: 'filing.write', subject, now }, async () => {
    const changed = locales.filter(locale => !holds(texts[locale], before?.texts[locale]))
    if (before && changed.length === 0 && holds(shared, before.shared))
      return { result: before.id, entry: null }
    const id = await put()
    if (before) {
      await keepOldSlugs(tx, { target: kind, refId: id, before: before.texts, after: texts, now })
      const renamed = changed.filter(locale => texts[locale]?.name !== before.texts[locale]?.name)
      if (renamed.length > 0) await distrustArticlesOf(tx, kind, id, renamed)
    }
    /* Names stand in bylines, labels and lists that nobody counts. */
    const tags = [tag[kind](id), ...localeList.map(tag.frame)]
    return { result: id, entry: { verb: before ? 'change' : 'create', subject: `${kind}:${id}`, tags } }
  })
}

/* Whether all that is stored is as it is given. */
function holds(given: object = {}, stored?: object): boolean {
  const values = given as Record<string, unknown>
  return stored !== undefined && Object.entries(stored).every(([name, value]) => values[name] === value)
}

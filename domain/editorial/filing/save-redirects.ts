import { keptAddressesOf } from '#db/queries/publishing.ts'
import { keepOldAddresses, type Redirect } from '#db/queries/writing/redirects.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'

export type RedirectsDraft = { redirects: Omit<Redirect, 'createdAt'>[]; now?: Date }

/* An import brings thousands; the audit log says which they are only when somebody may want to read it. */
const MOST_NOTED = 20

/** Leads old addresses to what they stand for now, many at once; one that leads elsewhere already is changed. */
export function saveRedirectsIn(
  tx: Tx,
  actor: Actor,
  { redirects, now = new Date() }: RedirectsDraft,
): Promise<void> {
  return performFiling(tx, actor, { permission: 'site.write', subject: { kind: 'site' }, now }, async () => {
    const wanted = new Map(redirects.map(redirect => [redirect.path, redirect]))
    const before = await keptAddressesOf(tx, [...wanted.keys()])
    const changed = [...wanted.values()].filter(({ path, locale, target, refId }) => {
      const kept = before.get(path)
      return kept?.locale !== locale || kept.target !== target || kept.refId !== refId
    })
    if (changed.length === 0) return { result: undefined, entry: null }
    await keepOldAddresses(
      tx,
      changed.map(redirect => ({ ...redirect, createdAt: now })),
    )
    const paths = changed.slice(0, MOST_NOTED).map(({ path }) => path)
    /*
     * The edge asks for an old address anew each time, so nothing that is kept is wrong by it; caches in front of it
     * are told as long as it is not once for each article of an import, which names its own change.
     */
    const isOfArticles = changed.every(({ target }) => target === 'article')
    const tags = isOfArticles ? [] : localeList.map(tag.frame)
    const detail = { count: changed.length, paths }
    return { result: undefined, entry: { verb: 'change', subject: 'redirects', detail, tags } }
  })
}

import { countWords } from '#body/plain-text.ts'
import { findRevision, type StoredArticle } from '#db/queries/publishing.ts'
import { changeArticle, keepRevision } from '#db/queries/writing/articles.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performVerb, type Target, toChangeText } from './article-verb.ts'

export type Restoration = Target & { restore: number }

/**
 * Brings the text of an older revision back, as a new revision; nothing in between is lost.
 * @throws ExpectedError 'publishing.refused.noSuchRevision' when the article never had it
 */
export function restoreRevision(actor: Actor, restoration: Restoration): Promise<StoredArticle> {
  return write(tx => restoreRevisionIn(tx, actor, restoration))
}

export function restoreRevisionIn(tx: Tx, actor: Actor, restoration: Restoration): Promise<StoredArticle> {
  const { restore } = restoration
  const verb = {
    name: 'restore',
    permission: toChangeText,
    target: restoration,
    detail: { restored: restore },
  } as const
  return performVerb(tx, actor, verb, async ({ before, now }) => {
    const old = await findRevision(tx, before.id, restore)
    if (!old) throw new ExpectedError('publishing.refused.noSuchRevision', { revision: restore })
    const { headline, standfirst, slug, body } = old
    const fields = { headline, standfirst, slug, body, wordCount: countWords(body) }
    const after = await changeArticle(tx, before.id, {
      ...fields,
      revision: before.revision + 1,
      savedAt: now,
    })
    await keepRevision(tx, after, actor.name)
    return after
  })
}

import type { StoredArticle } from '#db/queries/publishing.ts'
import { setCorrections } from '#db/queries/writing/articles.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performVerb, type Target } from './article-verb.ts'

/** Puts this list in place of an article's corrections: for seeds and imports, which hold all of them. */
export function replaceCorrectionsIn(
  tx: Tx,
  actor: Actor,
  replacement: Target & { corrections: { at: Date; text: string }[] },
): Promise<StoredArticle> {
  return performVerb(
    tx,
    actor,
    { name: 'correct', permission: 'article.publish', target: replacement },
    async ({ before }) => {
      await setCorrections(tx, before.id, replacement.corrections)
      return before
    },
  )
}

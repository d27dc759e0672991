import { authorByKey } from '#db/queries/catalogue.ts'
import { type AuthorFields, putAuthor } from '#db/queries/writing/catalogue.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveList } from './save-list.ts'

export type AuthorDraft = AuthorFields & { now?: Date }

/** Adds or changes the author with this key; words of a language that is not given stay. Gives their id. */
export function saveAuthor(actor: Actor, author: AuthorDraft): Promise<number> {
  return write(tx => saveAuthorIn(tx, actor, author))
}

export async function saveAuthorIn(tx: Tx, actor: Actor, author: AuthorDraft): Promise<number> {
  const { key, portraitId, texts, now = new Date() } = author
  const before = await authorByKey(tx, key)
  return saveList(tx, actor, {
    ...{ kind: 'author', before, shared: { portraitId }, texts, now },
    put: () => putAuthor(tx, author),
  })
}

import { randomBytes } from 'node:crypto'
import { insertKey } from '#db/queries/newsletter/keys.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performNewsletter } from './newsletter-verb.ts'

/** Makes a new key for the links of mails. Links that an older one has signed go on working. */
export function makeKeyIn(tx: Tx, actor: Actor, now: Date): Promise<number> {
  return performNewsletter(tx, actor, { permission: 'newsletter.send', now }, async () => {
    const { id } = await insertKey(tx, 'links', randomBytes(32).toString('base64url'), now)
    return { result: id, entry: { verb: 'make-key', subject: `newsletter-key:${id}` } }
  })
}

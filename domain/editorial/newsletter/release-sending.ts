import type { Tx } from '#db/write.ts'
import { releaseHoldIn } from '#domain/distribution/newsletter/holding.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performNewsletter } from './newsletter-verb.ts'

/** Lets a restored, moved or put-back newsroom send again. False when nothing held it. */
export function releaseSendingIn(tx: Tx, actor: Actor, now: Date): Promise<boolean> {
  return performNewsletter(tx, actor, { permission: 'newsletter.send', now }, async () => {
    const isReleased = await releaseHoldIn(tx, now)
    return {
      result: isReleased,
      entry: isReleased ? { verb: 'release-sending', subject: 'newsletter' } : null,
    }
  })
}

import { recoverDeliveries, sendUnconfirmedAgain, skipWaiting } from '#db/queries/newsletter/deliveries.ts'
import {
  changeEdition,
  countDeliveries,
  type Edition,
  type EditionText,
  editionById,
  putEditionTexts,
} from '#db/queries/newsletter/editions.ts'
import { newestSubscriberId } from '#db/queries/newsletter/subscribers.ts'
import type { EditionState } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { performNewsletter } from './newsletter-verb.ts'

type Target = { id: number; now: Date }

/**
 * Stops an edition in the middle: nothing leaves any more once this is written.
 * @throws ExpectedError `newsletter.unknownEdition`, `newsletter.notInState`
 */
export function pauseEditionIn(tx: Tx, actor: Actor, target: Target): Promise<Edition> {
  return change(tx, actor, target, { verb: 'pause', from: ['sending'], set: { state: 'paused' } })
}

/**
 * Lets an edition go on, or begin: with `texts`, one that was late.
 * @throws ExpectedError `newsletter.unknownEdition`, `newsletter.notInState`
 */
export async function resumeEditionIn(
  tx: Tx,
  actor: Actor,
  { texts, ...target }: Target & { texts?: readonly EditionText[] },
): Promise<Edition> {
  const { now } = target
  const isLate = texts !== undefined
  const edition = await change(tx, actor, target, {
    verb: 'resume',
    from: isLate ? ['late'] : ['paused'],
    set: { state: 'sending', failure: null, ...(isLate && { madeAt: now, newsUntil: now }) },
  })
  if (texts) await putEditionTexts(tx, edition.id, texts)
  return edition
}

/**
 * Ends an edition for good: who has not got it never will.
 * @throws ExpectedError `newsletter.unknownEdition`, `newsletter.notInState`
 */
export async function cancelEditionIn(tx: Tx, actor: Actor, target: Target): Promise<Edition> {
  await change(tx, actor, target, {
    verb: 'cancel',
    from: ['late', 'sending', 'paused'],
    set: { state: 'cancelled', finishedAt: target.now },
  })
  /* A mail that was handed over may arrive all the same. */
  await recoverDeliveries(tx, target.id)
  await skipWaiting(tx, target.id)
  const { open: _, ...counts } = await countDeliveries(tx, target.id)
  const edition = await changeEdition(tx, { id: target.id, from: ['cancelled'] }, counts)
  if (!edition) throw new Error('The edition is gone within its transaction')
  return edition
}

/**
 * Sends again what no mail server has confirmed: somebody has decided that a reader may get it twice. An edition that had
 * ended goes to nobody else.
 * @throws ExpectedError `newsletter.unknownEdition`, `newsletter.notInState`, `newsletter.nothingUnconfirmed`
 */
export async function sendAgainIn(tx: Tx, actor: Actor, target: Target): Promise<number> {
  const before = await editionById(tx, target.id)
  await change(tx, actor, target, {
    verb: 'send-again',
    from: ['sent', 'sending', 'paused'],
    set: {
      ...{ state: 'sending', finishedAt: null, failure: null },
      /* Readers whom an import brought later may have agreed before it was made. */
      ...(before?.state === 'sent' && { reached: await newestSubscriberId(tx) }),
    },
  })
  const unconfirmed = await sendUnconfirmedAgain(tx, target.id, target.now)
  if (unconfirmed === 0) throw new ExpectedError('newsletter.nothingUnconfirmed', { id: target.id })
  return unconfirmed
}

type Change = {
  verb: 'pause' | 'resume' | 'cancel' | 'send-again'
  from: readonly EditionState[]
  set: Parameters<typeof changeEdition>[2]
}

function change(tx: Tx, actor: Actor, { id, now }: Target, { verb, from, set }: Change): Promise<Edition> {
  return performNewsletter(tx, actor, { permission: 'newsletter.send', now }, async () => {
    const edition = await editionById(tx, id)
    if (!edition) throw new ExpectedError('newsletter.unknownEdition', { id })
    const changed = await changeEdition(tx, { id, from }, set)
    if (!changed) throw new ExpectedError('newsletter.notInState', { id, state: edition.state, wanted: verb })
    return { result: changed, entry: { verb: `${verb}-edition`, subject: `edition:${id}` } }
  })
}

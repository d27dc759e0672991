import {
  changeEdition,
  type Edition,
  type EditionText,
  editionsIn,
  insertEdition,
  putEditionTexts,
} from '#db/queries/newsletter/editions.ts'
import type { NewsletterKind } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { performNewsletter } from './newsletter-verb.ts'

export type EditionDraft = {
  newsletter: NewsletterKind
  /** The moment it was due: a newsletter has one edition for each. */
  dueAt: Date
  /** Nothing when there is no news; then it is kept as empty, so that nobody looks for it again. */
  texts: readonly EditionText[]
  /** The story that a breaking edition is about. */
  storyId?: number | null
  /** It waits for a person, for this reason when there is one. */
  late?: { failure: string | null }
  now: Date
}

/** Keeps an edition and lets it go, unless it is late. Null when there is one for that moment already. */
export function keepEditionIn(tx: Tx, actor: Actor, draft: EditionDraft): Promise<Edition | null> {
  const { newsletter, dueAt, texts, storyId = null, late, now } = draft
  return performNewsletter(tx, actor, { permission: 'newsletter.send', now }, async () => {
    const state = late ? 'late' : texts.length > 0 ? 'sending' : 'empty'
    const edition = await insertEdition(tx, {
      ...{ newsletter, dueAt, state, storyId, madeAt: now, newsUntil: now },
      finishedAt: state === 'empty' ? now : null,
      failure: late?.failure ?? null,
    })
    if (!edition) return { result: null, entry: null }
    await putEditionTexts(tx, edition.id, texts)
    if (state === 'sending') await cancelOlder(tx, edition, now)
    return {
      result: edition,
      entry: {
        verb: 'make-edition',
        subject: `edition:${edition.id}`,
        detail: { newsletter, state, storyId },
      },
    }
  })
}

/* One that still waits for a person would bring yesterday's news after today's. */
async function cancelOlder(tx: Tx, { newsletter, dueAt }: Edition, now: Date): Promise<void> {
  for (const older of await editionsIn(tx, ['late']))
    if (older.newsletter === newsletter && older.dueAt < dueAt)
      await changeEdition(tx, { id: older.id, from: ['late'] }, { state: 'cancelled', finishedAt: now })
}

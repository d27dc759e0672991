import type { PictureTexts, StoryFields } from '#db/queries/stories.ts'
import { writeAudit } from '#db/queries/writing/audit.ts'
import { insertStory, setPictureTexts } from '#db/queries/writing/stories.ts'
import type { Tx } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { requirePermission } from '#domain/editorial/accounts/require-permission.ts'
import { type Locale, localeList } from '#i18n/locales.ts'

export type StoryDraft = StoryFields & {
  /** A number that the story had elsewhere; assigned when not given. */
  id?: number
  pictureTexts: Partial<Record<Locale, PictureTexts>>
  now?: Date
}

/** Creates a story, without an article in any language yet; returns its id. */
export async function createStoryIn(tx: Tx, actor: Actor, draft: StoryDraft): Promise<number> {
  const { id, pictureTexts, now = new Date(), ...fields } = draft
  requirePermission(actor, 'story.write', { kind: 'story', storyId: null, sectionId: fields.sectionId })
  const storyId = await insertStory(tx, id, fields, now)
  for (const locale of localeList) await setPictureTexts(tx, storyId, locale, pictureTexts[locale] ?? null)
  await writeAudit(tx, { at: now, actor: actor.name, verb: 'create', subject: `story:${storyId}` })
  return storyId
}

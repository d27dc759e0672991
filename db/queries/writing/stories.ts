/** Stories, as both languages share them. Only the verbs of domain/editorial write them. */
import { and, eq } from 'drizzle-orm'
import type { PictureTexts, StoryFields } from '#db/queries/stories.ts'
import { stories, storyPictureTexts, storyTopics } from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'

export async function insertStory(
  tx: Tx,
  id: number | undefined,
  story: StoryFields,
  now: Date,
): Promise<number> {
  const { topicIds, ...fields } = story
  const [row] = await tx
    .insert(stories)
    .values({ id, ...fields, createdAt: now })
    .returning({ id: stories.id })
  if (!row) throw new Error('The story was not inserted')
  await replaceTopics(tx, row.id, topicIds)
  return row.id
}

export async function updateStory(tx: Tx, storyId: number, story: StoryFields): Promise<void> {
  const { topicIds, ...fields } = story
  await tx.update(stories).set(fields).where(eq(stories.id, storyId))
  await tx.delete(storyTopics).where(eq(storyTopics.storyId, storyId))
  await replaceTopics(tx, storyId, topicIds)
}

async function replaceTopics(tx: Tx, storyId: number, topicIds: number[]): Promise<void> {
  const unique = [...new Set(topicIds)]
  if (unique.length === 0) return
  await tx.insert(storyTopics).values(unique.map((topicId, position) => ({ storyId, topicId, position })))
}

/** Sets the words of the lead picture in this story and language; null brings the file's own words back. */
export async function setPictureTexts(
  tx: Tx,
  storyId: number,
  locale: Locale,
  texts: PictureTexts | null,
): Promise<void> {
  await tx
    .delete(storyPictureTexts)
    .where(and(eq(storyPictureTexts.storyId, storyId), eq(storyPictureTexts.locale, locale)))
  if (texts) await tx.insert(storyPictureTexts).values({ storyId, locale, ...texts })
}

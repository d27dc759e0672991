import { deleteRecording, putRecording, storedRecording } from '#db/queries/audio/recordings.ts'
import { mediaByName } from '#db/queries/catalogue.ts'
import { findArticle, type StoredArticle } from '#db/queries/publishing.ts'
import type { NewMedia } from '#db/queries/writing/media.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveMediaIn } from '#domain/editorial/filing/save-media.ts'
import { textHash } from '#domain/media/audio/recordings/text-hash.ts'
import { performVerb, type Target, toChangeText } from './article-verb.ts'

export type NewRecording = Target & {
  /** The row of the stored file, as `keepRecording` gives it. */
  file: NewMedia
}

/**
 * Gives an article a recording of its text as it is now, in place of the one that it had. Readers hear it instead of any
 * voice; once the text changes, it is marked as older. The same recording again changes nothing.
 */
export function attachRecording(actor: Actor, recording: NewRecording): Promise<StoredArticle> {
  return write(tx => attachRecordingIn(tx, actor, recording))
}

export async function attachRecordingIn(
  tx: Tx,
  actor: Actor,
  recording: NewRecording,
): Promise<StoredArticle> {
  const { articleId, file } = recording
  const stored = await findArticle(tx, articleId)
  if (stored?.revision === recording.revision && (await isThere(tx, stored, file.name))) return stored
  const verb = {
    ...{ name: 'attach-recording', permission: toChangeText, target: recording },
    detail: { file: file.name },
  }
  return performVerb(tx, actor, verb, async ({ before, now }) => {
    const mediaId = await saveMediaIn(tx, actor, { file, now })
    await putRecording(tx, { articleId, mediaId, textHash: textHash(before), addedAt: now })
    return before
  })
}

async function isThere(tx: Tx, article: StoredArticle, fileName: string): Promise<boolean> {
  const recording = await storedRecording(tx, article.id)
  const file = await mediaByName(tx, fileName)
  return recording !== null && recording.mediaId === file?.id && recording.textHash === textHash(article)
}

/** Takes the recording of an article away; without one it changes nothing. The file stays, as every upload does. */
export function removeRecording(actor: Actor, target: Target): Promise<StoredArticle> {
  return write(tx => removeRecordingIn(tx, actor, target))
}

export async function removeRecordingIn(tx: Tx, actor: Actor, target: Target): Promise<StoredArticle> {
  const stored = await findArticle(tx, target.articleId)
  const hasOne = (await storedRecording(tx, target.articleId)) !== null
  if (stored?.revision === target.revision && !hasOne) return stored
  const verb = { name: 'remove-recording', permission: toChangeText, target }
  return performVerb(tx, actor, verb, async ({ before }) => {
    await deleteRecording(tx, before.id)
    return before
  })
}

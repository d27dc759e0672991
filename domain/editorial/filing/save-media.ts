import { canonicalJson } from '#body/canonical-json.ts'
import { mediaByName } from '#db/queries/catalogue.ts'
import { type MediaTexts, type NewMedia, putMedia, putMediaTexts } from '#db/queries/writing/media.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import { performFiling } from './filing-verb.ts'

export type MediaDraft = {
  /** Its name is the hash of its content: a file that is known already keeps its row as it is. */
  file: NewMedia
  /** Words of the file, wherever it is shown without words of its own; of a language that is not given they stay. */
  texts?: Partial<Record<Locale, MediaTexts>>
  now?: Date
}

/** Gives the id of a file's row, added when it is new. The file itself is stored before this. */
export function saveMedia(actor: Actor, media: MediaDraft): Promise<number> {
  return write(tx => saveMediaIn(tx, actor, media))
}

export async function saveMediaIn(tx: Tx, actor: Actor, media: MediaDraft): Promise<number> {
  const { file, texts = {}, now = new Date() } = media
  const before = await mediaByName(tx, file.name)
  const subject = { kind: 'media', mediaId: before?.id ?? null } as const
  return performFiling(tx, actor, { permission: 'media.write', subject, now }, async () => {
    const changed = localeList.flatMap(locale => {
      const words = texts[locale]
      const isSame = !words || canonicalJson(words) === canonicalJson(before?.texts[locale])
      return isSame ? [] : [{ locale, words }]
    })
    if (before && changed.length === 0) return { result: before.id, entry: null }
    const id = before?.id ?? (await putMedia(tx, file))
    for (const { locale, words } of changed) await putMediaTexts(tx, id, locale, words)
    /* Nobody shows a file that is new; nobody counts who shows one that is not. */
    const tags = before ? localeList.map(tag.frame) : []
    return { result: id, entry: { verb: before ? 'change' : 'create', subject: `media:${id}`, tags } }
  })
}

import { sectionByKey } from '#db/queries/catalogue.ts'
import { putSection, type SectionFields } from '#db/queries/writing/catalogue.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveList } from './save-list.ts'

export type SectionDraft = SectionFields & { now?: Date }

/** Adds or changes the section with this key; words of a language that is not given stay. Gives its id. */
export function saveSection(actor: Actor, section: SectionDraft): Promise<number> {
  return write(tx => saveSectionIn(tx, actor, section))
}

export async function saveSectionIn(tx: Tx, actor: Actor, section: SectionDraft): Promise<number> {
  const { key, glaze, position, texts, now = new Date() } = section
  return saveList(tx, actor, {
    kind: 'section',
    before: await sectionByKey(tx, key),
    shared: { glaze, position },
    texts,
    put: () => putSection(tx, section),
    now,
  })
}

import { authorTexts, type ListKind, sectionTexts, topicTexts } from '#db/schema/tables.ts'

const texts = {
  section: [sectionTexts, sectionTexts.sectionId],
  topic: [topicTexts, topicTexts.topicId],
  author: [authorTexts, authorTexts.authorId],
} as const satisfies Record<ListKind, unknown>

/** The table of a kind of list with its names and slugs, and the column there with the list's id. */
export function listTexts<Kind extends ListKind>(kind: Kind): (typeof texts)[Kind] {
  return texts[kind]
}

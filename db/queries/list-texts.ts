import { authorTexts, type ListKind, sectionTexts, topicTexts } from '#db/schema/tables.ts'

const texts = {
  section: [sectionTexts, sectionTexts.sectionId],
  topic: [topicTexts, topicTexts.topicId],
  author: [authorTexts, authorTexts.authorId],
} as const satisfies Record<ListKind, unknown>

/** Where a kind of list has its name and slug in each language, and the column of the list's number there. */
export function listTexts<Kind extends ListKind>(kind: Kind): (typeof texts)[Kind] {
  return texts[kind]
}

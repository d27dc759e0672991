import type { Reader } from '#db/open.ts'
import { type CatalogueContent, keptAddresses } from '#db/queries/newsroom-content.ts'
import type { ExportState } from './export-state.ts'
import { yamlText } from './export-text.ts'

/** Writes redirects.yaml if there are old addresses. Addresses whose target is gone are noted and left out. */
export async function exportRedirects(
  db: Reader,
  { pages }: CatalogueContent,
  state: ExportState,
): Promise<number> {
  const pageKeys = new Map(pages.map(({ id, key }) => [id, key]))
  const keyOf = {
    article: (id: number) => (state.storyIds.has(id) ? state.storyKey(id) : undefined),
    section: (id: number) => state.sections.get(id)?.key,
    topic: (id: number) => state.topics.get(id),
    author: (id: number) => state.authors.get(id),
    page: (id: number) => pageKeys.get(id),
  }
  const list = []
  for (const { path, locale, target, refId } of await keptAddresses(db)) {
    const key = target === 'front' ? '' : keyOf[target](refId)
    if (key === undefined) {
      state.notes.push(`${path}: led to something that is gone; it is not written`)
      continue
    }
    const to = target === 'front' ? 'front' : `${target === 'article' ? 'story' : target}:${key}`
    list.push({ from: path, to, in: locale })
  }
  if (list.length > 0) await state.write('redirects.yaml', yamlText(list))
  return list.length
}

import { freeSlug } from '#addresses/slug.ts'
import type { CatalogueContent } from '#db/queries/newsroom-content.ts'
import type { ExportState } from './export-state.ts'
import { textOf, yamlText } from './export-text.ts'

/** Writes the standing pages, a folder each. */
export async function exportPages({ pages }: CatalogueContent, state: ExportState): Promise<void> {
  const folders = new Map<string, string>()
  const taken = new Set<string>()
  for (const { key, locale, title, slug, status, position, updatedAt, body } of pages) {
    /* Keys that an import made may be addresses, which no folder can be named after. */
    const name = folders.get(key) ?? freeSlug(/^[\p{L}\p{N}\p{M}_-]+$/u.test(key) ? key : slug, taken)
    folders.set(key, name)
    taken.add(name)
    const matter = {
      ...(name === key ? {} : { key }),
      ...{ title, slug },
      ...(status === 'draft' ? { status } : {}),
      ...{ position, updated: updatedAt.toISOString() },
    }
    const markdown = await textOf(body, `pages/${name}`, state.files, state.links[locale])
    await state.write(`pages/${name}/${locale}.md`, `---\n${yamlText(matter)}---\n${markdown}`)
  }
}

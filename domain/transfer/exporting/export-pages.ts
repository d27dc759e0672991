import { freeSlug } from '#addresses/slug.ts'
import type { CatalogueContent } from '#db/queries/newsroom-content.ts'
import type { ExportState } from './export-state.ts'
import { textOf, yamlText } from './export-text.ts'

/** Writes each standing page into a folder of its own. */
export async function exportPages({ pages }: CatalogueContent, state: ExportState): Promise<void> {
  const folders = new Map<string, string>()
  const taken = new Set<string>()
  for (const { key, locale, title, slug, status, position, updatedAt, body } of pages) {
    /* Keys made by an import may be addresses, which cannot be names of folders. */
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

import type { CatalogueContent } from '#db/queries/newsroom-content.ts'
import type { Locale } from '#i18n/locales.ts'
import type { ExportState } from './export-state.ts'
import { withoutEmpty, yamlText } from './export-text.ts'

/** Writes sections.yaml, topics.yaml and authors.yaml. */
export async function exportCatalogue(catalogue: CatalogueContent, state: ExportState): Promise<void> {
  const { sections, topics, authors, sectionTexts, topicTexts, authorTexts } = catalogue
  const texts = <Row extends { locale: Locale }>(
    rows: Row[],
    fields: (row: Row) => Record<string, unknown>,
  ) => Object.fromEntries(rows.map(row => [row.locale, withoutEmpty(fields(row))]))
  const named = ({
    name,
    slug,
    description,
  }: (typeof sectionTexts)[number] | (typeof topicTexts)[number]) => ({
    name,
    slug,
    description,
  })
  await state.write(
    'sections.yaml',
    yamlText(
      sections.map(({ id, key, glaze }) => ({
        key,
        glaze,
        ...texts(
          sectionTexts.filter(row => row.sectionId === id),
          named,
        ),
      })),
    ),
  )
  await state.write(
    'topics.yaml',
    yamlText(
      topics.map(({ id, key }) => ({
        key,
        ...texts(
          topicTexts.filter(row => row.topicId === id),
          named,
        ),
      })),
    ),
  )
  await state.files.prepare(authors.map(author => author.portraitId))
  const people: unknown[] = []
  for (const { id, key, portraitId } of authors) {
    const own = authorTexts.filter(row => row.authorId === id)
    people.push({
      key,
      portrait: await portraitOf(portraitId, state),
      ...texts(own, ({ name, slug, role, bio }) => ({ name, slug, role, bio })),
    })
  }
  await state.write('authors.yaml', yamlText(people))
}

async function portraitOf(id: number | null, { files }: ExportState): Promise<unknown> {
  if (id === null) return 'none'
  const art = files.portraitOf(id)
  return art ? { art } : files.file(id, '.')
}

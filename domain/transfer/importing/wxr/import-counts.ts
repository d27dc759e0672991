import { reader } from '#db/open.ts'
import { originsOf } from '#db/queries/origins.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportedFiles } from './pictures.ts'
import type { Survey } from './survey.ts'

/** Compares counts of the file with counts of the database. Content from other exports is not counted. */
export async function importCounts(
  survey: Survey,
  report: ImportReport,
  origin: string,
  files: ImportedFiles,
): Promise<ImportReport['counts']> {
  const { dryRun, items } = report
  const row = async (what: string, kind: string, keys: string[]) => {
    if (dryRun) return { what, inFile: keys.length, inDatabase: null }
    const known = await originsOf(reader(), origin, kind)
    const there = new Set(keys.filter(key => known.has(key)))
    return { what, inFile: keys.length, inDatabase: there.size }
  }
  const importable = (type: string) =>
    items.filter(item => item.type === type && item.outcome !== 'skipped').map(item => item.key)
  const lost = (what: string, count: number) => ({ what, inFile: count, inDatabase: null })
  return [
    await row('posts', 'article', importable('post')),
    await row('pages', 'page', importable('page')),
    await row('categories in use, as sections or topics', 'category', [...survey.used.categories]),
    await row('tags in use, as topics', 'tag', [...survey.used.tags]),
    await row('authors in use', 'author', [...survey.creators]),
    {
      what: 'pictures and videos that were found',
      inFile: files.kept,
      inDatabase: dryRun ? null : files.kept,
    },
    lost('pictures and videos that are missing', files.missing.size),
    lost('pictures and videos that cannot be read', files.unreadable.size),
  ]
}

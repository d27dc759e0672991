import path from 'node:path'
import { makeFolder } from '#db/data-folder.ts'
import { openDatabase } from '#db/open.ts'
import { catalogueContent, storiesAfter } from '#db/queries/newsroom-content.ts'
import { exportCatalogue } from './export-catalogue.ts'
import { exportNewsroom } from './export-newsroom.ts'
import { exportPages } from './export-pages.ts'
import { exportRedirects } from './export-redirects.ts'
import { prepareExport } from './export-state.ts'
import { exportStory } from './export-story.ts'

export type ExportReport = {
  stories: number
  articles: number
  pages: number
  /** Old addresses that still lead somewhere. */
  redirects: number
  files: number
  notes: string[]
}

const BATCH = 100

/**
 * Writes the newsroom as a folder that `seedFolder` accepts. The same newsroom gives the same files, byte for byte.
 */
export async function exportFolder(options: {
  dir: string
  dataDir: string
  progress?: (done: number, total: number) => void
}): Promise<ExportReport> {
  const { dir, dataDir, progress = () => {} } = options
  makeFolder(path.resolve(dir))
  const db = openDatabase(dataDir).reader
  const catalogue = await catalogueContent(db)
  const state = await prepareExport(db, catalogue, path.resolve(dir), dataDir)
  await exportCatalogue(catalogue, state)
  await exportPages(catalogue, state)
  let [stories, articles, last] = [0, 0, 0]
  for (;;) {
    const batch = await storiesAfter(db, last, BATCH)
    if (batch.stories.length === 0) break
    for (const story of batch.stories) articles += await exportStory(story, batch, state)
    last = batch.stories.at(-1)?.id ?? last
    stories += batch.stories.length
    progress(stories, state.storyIds.size)
  }
  await exportNewsroom(catalogue, state)
  const redirects = await exportRedirects(db, catalogue, state)
  const notes = [...state.notes, ...state.files.missing]
  return { stories, articles, pages: catalogue.pages.length, redirects, files: state.files.written, notes }
}

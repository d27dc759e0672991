import fs from 'node:fs/promises'
import path from 'node:path'
import { FolderReading } from './folder-reading.ts'
import { readAuthors, readSections, readTopics } from './read-catalogue.ts'
import { readNewsroom } from './read-newsroom.ts'
import { readPages } from './read-pages.ts'
import { readRedirects } from './read-redirects.ts'
import { MEDIA_FILES, readStory } from './read-story.ts'
import type { SeedContent, SeedStory } from './seed-content.ts'
import { seedError } from './seed-mistake.ts'

/**
 * Reads a whole folder. Its media are listed but not loaded yet.
 * @throws `seeding.mistakes` when there is no such folder
 */
export async function readFolder(
  dir: string,
): Promise<{ content: SeedContent | null; reading: FolderReading }> {
  const reading = new FolderReading(path.resolve(dir))
  const stat = await fs.stat(reading.dir).catch(() => null)
  if (!stat?.isDirectory()) {
    throw seedError([{ file: dir, line: null, field: null, message: 'there is no such folder' }])
  }
  for (const key of await reading.names('stories', 'folders')) reading.stories.add(key)
  const sections = await readSections(reading)
  const topics = await readTopics(reading)
  const authors = await readAuthors(reading)
  const newsroom = await readNewsroom(reading)
  const pages = await readPages(reading)
  const stories: SeedStory[] = []
  for (const key of reading.stories) {
    const story = await readStory(key, reading)
    if (story) stories.push(story)
  }
  const redirects = await readRedirects(reading, pages)
  await refuseUnknownFiles(reading)
  const content = newsroom && { newsroom, sections, topics, authors, pages, stories, redirects }
  return { content, reading }
}

const FILES = new Set(['newsroom.yaml', 'sections.yaml', 'topics.yaml', 'authors.yaml', 'redirects.yaml'])
const FOLDERS = new Set(['pages', 'stories'])
/* A folder may carry a description of itself. */
const NOTES = /^(readme|license|copying|changelog)(\.(md|txt))?$/i

/* A file with an unknown name is usually a misspelled one. */
async function refuseUnknownFiles(reading: FolderReading): Promise<void> {
  const unknownNames = async (folder: string, kind: 'files' | 'folders', isOurs: (name: string) => boolean) =>
    (await reading.names(folder, kind)).filter(name => !isOurs(name))
  const isFile = (name: string) => FILES.has(name) || MEDIA_FILES.test(name) || NOTES.test(name)
  const atRoot = [
    ...(await unknownNames('.', 'files', isFile)),
    ...(await unknownNames('.', 'folders', name => FOLDERS.has(name))),
  ]
  for (const name of atRoot) {
    const expected = [...FILES, 'pages/', 'stories/'].join(', ')
    reading.mistake(name, null, `has no place here; expected ${expected} and portraits`)
  }
  for (const folder of FOLDERS) {
    for (const name of await unknownNames(folder, 'files', each => NOTES.test(each))) {
      reading.mistake(
        `${folder}/${name}`,
        null,
        `has no place here; expected a folder for each of the ${folder}`,
      )
    }
  }
}

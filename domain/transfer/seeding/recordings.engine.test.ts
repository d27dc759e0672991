import fs from 'node:fs'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { articles, media, recordings, revisions } from '#db/schema/tables.ts'
import { anMp3 } from '#domain/media/audio/recordings/mp3.testing.ts'
import { exportFolder } from '#domain/transfer/exporting/export-folder.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { exampleFolder, writeFiles } from './example-folder.testing.ts'
import { seedFolder } from './seed-folder.ts'
import { mistakeLine, mistakesOf } from './seed-mistake.ts'

const newsroom = aNewsroom()
let dir: string
beforeEach(() => {
  dir = path.join(newsroom.folder, 'folder')
  writeFiles(dir, exampleFolder)
})

const NOW = new Date('2026-11-23T12:00:00Z')
const at = (name: string) => path.join(dir, 'stories/harbour', name)
const seed = () => seedFolder({ dir, dataDir: newsroom.dataDir, now: NOW })
const attached = () =>
  reader()
    .select({
      locale: articles.locale,
      seconds: media.seconds,
      name: media.name,
      textHash: recordings.textHash,
    })
    .from(recordings)
    .innerJoin(articles, eq(articles.id, recordings.articleId))
    .innerJoin(media, eq(media.id, recordings.mediaId))
    .orderBy(asc(articles.locale))
const mistakes = async () => {
  const error = await seed().catch((fault: unknown) => fault)
  const list = mistakesOf(error)
  if (!list) throw error
  return list.map(mistakeLine).join('\n')
}

it('stand beside the texts, are replaced, and go with their file; the other language stays', async () => {
  fs.writeFileSync(at('ar.mp3'), await anMp3(2))
  fs.writeFileSync(at('en.mp3'), await anMp3(3))
  await seed()
  const first = await attached()
  expect(first).toMatchObject([
    { locale: 'ar', seconds: 2 },
    { locale: 'en', seconds: 3 },
  ])
  expect(fs.existsSync(path.join(newsroom.dataDir, `media/audio/${first[0]?.name}.mp3`))).toBe(true)
  const written = await reader().$count(revisions)
  const again = await seed()
  expect(again.counts).toMatchObject({ article: { new: 0, updated: 0 } })
  fs.writeFileSync(at('ar.mp3'), await anMp3(4))
  fs.rmSync(at('en.mp3'))
  await seed()
  expect(await attached()).toMatchObject([{ locale: 'ar', seconds: 4 }])
  expect(await reader().$count(revisions)).toBe(written)
})

it('stay as old as they are when only the text changes', async () => {
  fs.writeFileSync(at('en.mp3'), await anMp3(2))
  await seed()
  const before = await attached()
  const text = fs.readFileSync(at('en.md'), 'utf8')
  fs.writeFileSync(at('en.md'), text.replace('The ships are back.', 'The ships are back again.'))
  await seed()
  expect(await attached()).toEqual(before)
})

it('travel with an export and come back the same', async () => {
  fs.writeFileSync(at('ar.mp3'), await anMp3(2))
  await seed()
  const out = path.join(newsroom.folder, 'out')
  await exportFolder({ dir: out, dataDir: newsroom.dataDir })
  const exported = fs.readFileSync(path.join(out, 'stories/harbour/ar.mp3'))
  expect(exported.equals(fs.readFileSync(at('ar.mp3')))).toBe(true)
  expect(fs.existsSync(path.join(out, 'stories/harbour/en.mp3'))).toBe(false)
  const before = await attached()
  await seedFolder({ dir: out, dataDir: newsroom.dataDir, now: NOW })
  expect(await attached()).toEqual(before)
})

it('that cannot be used are named, and nothing is written', async () => {
  fs.writeFileSync(at('ar.mp3'), 'This is no sound.')
  fs.writeFileSync(path.join(dir, 'stories/bread/ar.mp3'), await anMp3(1))
  fs.rmSync(path.join(dir, 'stories/bread/ar.md'), { force: true })
  const words = await mistakes()
  expect(words).toContain('stories/harbour/ar.mp3: The file is no MP3 recording. Convert it first: ffmpeg')
  expect(words).toContain('stories/bread/ar.mp3: is a recording of ar.md, which is not there')
  expect(await attached()).toEqual([])
})

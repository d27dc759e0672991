import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlockNode } from '#body/body.ts'
import { type Database, openDatabase } from '#db/open.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { FEED_LENGTH, feedArticles } from '#db/queries/feeds.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { putAuthor, putSection, putTopic } from '#db/queries/writing/catalogue.ts'
import { putMedia, putMediaTexts } from '#db/queries/writing/media.ts'
import { write } from '#db/write.ts'
import { systemActor } from '#domain/editorial/accounts/actor.ts'
import { correct } from '#domain/editorial/publishing/correct.ts'
import { createArticle } from '#domain/editorial/publishing/create-article.ts'
import { createStoryIn } from '#domain/editorial/publishing/create-story.ts'
import { publish } from '#domain/editorial/publishing/publish.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { paragraph } from './feed-article.testing.ts'

const desk = systemActor('desk')
const now = new Date('2026-11-26T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

let database: Database
let folder: string
let sectionIds: number[]
let topicId: number
let authorIds: number[]
let photo: number
let film: number

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-feeds-'))
  database = openDatabase(folder)
  await database.ready
  await write(async tx => {
    const texts = (slug: string) => ({ name: slug, slug, description: `عن ${slug}` })
    const section = (key: string, slug: string) =>
      putSection(tx, { key, glaze: 'economy', position: 0, texts: { ar: texts(slug) } })
    sectionIds = [await section('economy', 'اقتصاد'), await section('sport', 'رياضة')]
    topicId = await putTopic(tx, { key: 'ports', texts: { ar: texts('موانئ') } })
    const author = (key: string, name: string) =>
      putAuthor(tx, { key, portraitId: null, texts: { ar: { name, slug: name, role: '', bio: 'نبذة' } } })
    authorIds = [await author('rana', 'رنا'), await author('samer', 'سامر')]
    const file = { width: 2000, height: 1000, color: '#000000', createdAt: now }
    const image = { ...file, kind: 'image', mime: 'image/jpeg', extension: 'jpg', bytes: 9 } as const
    photo = await putMedia(tx, { ...image, name: '0123456789abcdef0123' })
    await putMediaTexts(tx, photo, 'ar', { alt: 'سفن', caption: 'المرفأ', credit: 'رنا' })
    const video = {
      ...file,
      kind: 'video',
      mime: 'video/mp4',
      extension: 'mp4',
      bytes: 77,
      seconds: 8,
    } as const
    film = await putMedia(tx, { ...video, name: 'fedcba98765432100123' })
  })
})

afterAll(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Made = { section?: number; leadMediaId?: number; content?: BlockNode[]; authors?: number[] }

async function published(headline: string, minutes: number, made: Made = {}): Promise<StoredArticle> {
  const { section = 0, leadMediaId = null, content = [paragraph('نص')], authors = [0, 1] } = made
  const story = { kind: 'news', topicIds: [topicId], pictureTexts: {}, now: minutesAgo(999) } as const
  const filed = { ...story, topicIds: [topicId], sectionId: sectionIds[section] ?? 0, leadMediaId }
  const storyId = await write(tx => createStoryIn(tx, desk, filed))
  const { id, revision } = await createArticle(desk, {
    ...{ storyId, locale: 'ar', headline, standfirst: '', now: minutesAgo(999) },
    ...{ body: { type: 'doc', content }, authorIds: authors.map(index => authorIds[index] ?? 0) },
  })
  return publish(desk, { articleId: id, revision, publishedAt: minutesAgo(minutes), now })
}

const headlines = async (...[locale, subject]: Parameters<typeof feedArticles>) =>
  (await feedArticles(locale, subject, now)).map(({ headline }) => headline)

describe('what a feed carries', () => {
  it('is nothing in an empty newsroom', async () => {
    expect(await feedArticles('ar', null, now)).toEqual([])
  })

  it('is an article whole, with its own pictures and films and nobody else’s', async () => {
    const figure: BlockNode = {
      type: 'figure',
      attrs: { media: photo, source: null, alt: '', credit: null, href: null },
    }
    const video: BlockNode = { type: 'video', attrs: { media: film, url: null, poster: null, title: '' } }
    await published('بصورة', 30, { leadMediaId: photo, content: [figure] })
    await published('بفيلم', 20, { content: [video] })
    const [withFilm, withPicture] = await feedArticles('ar', null, now)
    expect(withPicture).toMatchObject({
      headline: 'بصورة',
      section: { name: 'اقتصاد' },
      lead: { alt: 'سفن', caption: 'المرفأ', credit: 'رنا' },
      authors: [{ name: 'رنا' }, { name: 'سامر' }],
      topics: [{ name: 'موانئ' }],
      publishedAt: minutesAgo(30),
      updatedAt: null,
    })
    expect([...(withPicture?.pictures.keys() ?? [])]).toEqual([photo])
    expect(withPicture?.videos.size).toBe(0)
    expect([...(withFilm?.videos.values() ?? [])]).toMatchObject([{ bytes: 77, seconds: 8 }])
    expect(withFilm?.pictures.size).toBe(0)
    expect(withFilm?.lead).toBeNull()
  })

  it('is what belongs to a section, a topic or an author, newest first', async () => {
    await published('رياضة فقط', 10, { section: 1, authors: [1] })
    expect(await headlines('ar', null)).toEqual(['رياضة فقط', 'بفيلم', 'بصورة'])
    const of = async (kind: 'section' | 'topic' | 'author', slug: string) =>
      headlines('ar', await feedSubject('ar', kind, slug))
    expect(await of('section', 'اقتصاد')).toEqual(['بفيلم', 'بصورة'])
    expect(await of('section', 'رياضة')).toEqual(['رياضة فقط'])
    expect(await of('topic', 'موانئ')).toEqual(['رياضة فقط', 'بفيلم', 'بصورة'])
    expect(await of('author', 'رنا')).toEqual(['بفيلم', 'بصورة'])
    expect(await headlines('en', null)).toEqual([])
  })

  it('says what was corrected, and what is withdrawn is not in it', async () => {
    const { id: articleId, revision } = await published('للتصويب', 5)
    const corrected = await correct(desk, { articleId, revision, text: 'كان خطأ.', now: minutesAgo(1) })
    const [first] = await feedArticles('ar', null, now)
    expect(first).toMatchObject({ headline: 'للتصويب', updatedAt: minutesAgo(1) })
    expect(first?.corrections).toEqual([{ at: minutesAgo(1), text: 'كان خطأ.' }])
    await withdraw(desk, { articleId, revision: corrected.revision, now })
    expect(await headlines('ar', null)).not.toContain('للتصويب')
  })

  it('is no more than a feed holds', async () => {
    for (let number = 0; number < FEED_LENGTH; number++) await published(`كثير ${number}`, 4)
    expect(await feedArticles('ar', null, now)).toHaveLength(FEED_LENGTH)
  })

  it.each(['section', 'topic', 'author'] as const)('is of no %s that nobody has made', async kind => {
    expect(await feedSubject('ar', kind, 'لا-شيء')).toBeNull()
  })
})

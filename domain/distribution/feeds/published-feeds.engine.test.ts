import { beforeAll, describe, expect, it } from 'vitest'
import type { BlockNode } from '#body/body.ts'
import { feedSubject } from '#db/queries/feed-subjects.ts'
import { FEED_LENGTH, feedArticles } from '#db/queries/feeds.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { correct } from '#domain/editorial/publishing/correct.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { desk } from '#testing/actors.testing.ts'
import { anAuthor, aPicture, aSection, aTopic } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { paragraph } from './feed-article.testing.ts'

const now = new Date('2026-11-26T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

let sectionIds: number[]
let topicId: number
let authorIds: number[]
let photo: number
let film: number

aNewsroom('once')

beforeAll(async () => {
  const section = (key: string, ar: string) => aSection({ key, ar, en: null, description: `عن ${ar}` })
  sectionIds = [await section('economy', 'اقتصاد'), await section('sport', 'رياضة')]
  topicId = await aTopic({ ar: 'موانئ', en: null, description: 'عن موانئ' })
  authorIds = [
    await anAuthor({ en: null, bio: 'نبذة' }),
    await anAuthor({ key: 'samer', ar: 'سامر', en: null, bio: 'نبذة' }),
  ]
  photo = await aPicture({}, { ar: { alt: 'سفن', caption: 'المرفأ', credit: 'رنا' } })
  const video = { kind: 'video', mime: 'video/mp4', extension: 'mp4', bytes: 77, seconds: 8 } as const
  film = await aPicture({ ...video, name: 'fedcba98765432100123' })
})

type Made = { section?: number; leadMediaId?: number; content?: BlockNode[]; authors?: number[] }

function published(headline: string, minutes: number, made: Made = {}): Promise<StoredArticle> {
  const { section = 0, leadMediaId = null, content = [paragraph('نص')], authors = [0, 1] } = made
  return anArticle({
    ...{ headline, locale: 'ar', body: { type: 'doc', content }, status: 'published', now },
    story: { sectionId: sectionIds[section] ?? 0, topicIds: [topicId], leadMediaId },
    authorIds: authors.map(index => authorIds[index] ?? 0),
    publishedAt: minutesAgo(minutes),
  })
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

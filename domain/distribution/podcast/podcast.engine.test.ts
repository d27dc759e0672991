import { parseFeed } from 'feedsmith'
import { beforeEach, describe, expect, it } from 'vitest'
import { putBulletin } from '#db/queries/audio/bulletins.ts'
import { newestWithSound, publicSounds } from '#db/queries/audio/public-sounds.ts'
import { feedArticles } from '#db/queries/feeds.ts'
import type { StoredArticle } from '#db/queries/publishing.ts'
import { teasersOf } from '#db/queries/teasers.ts'
import { spoken, type VoiceKind } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { faultsBySchema, faultsInXml, hasXmllint } from '#domain/distribution/xml/strict-reading.testing.ts'
import { attachRecording } from '#domain/editorial/publishing/attach-recording.ts'
import { revise } from '#domain/editorial/publishing/revise.ts'
import { withdraw } from '#domain/editorial/publishing/withdraw.ts'
import { translator } from '#i18n/translator.ts'
import { desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { podcast, podcastGuid } from './podcast.ts'

const now = new Date('2026-02-22T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const siteUrl = 'https://news.example.org'
const RSS = 'domain/distribution/feeds/schemas/rss.rng'

aNewsroom()

const published = (headline: string, hours: number) =>
  anArticle({
    ...{ status: 'published', locale: 'ar', headline, standfirst: 'ملخّص & <أكثر>' },
    ...{ publishedAt: hoursAgo(hours), now },
  })

async function record(article: StoredArticle, name: string): Promise<void> {
  const file = {
    ...({ kind: 'audio', mime: 'audio/mpeg', extension: 'mp3', width: 0, height: 0 } as const),
    ...{ name, bytes: 4000, seconds: 61, color: '#000000', createdAt: now },
  }
  await attachRecording(desk, { articleId: article.id, revision: article.revision, file, now })
}

function speak(article: StoredArticle, voice: VoiceKind, name: string): Promise<void> {
  return write(async tx => {
    await tx.insert(spoken).values({
      ...{ articleId: article.id, part: 'article', voice, version: name, revision: article.revision },
      ...{ characters: 10, state: 'ready', urgency: 0, requestedAt: now, nextAt: now },
      ...{ name, bytes: 6000, durationMs: 1000, madeAt: now },
    })
  })
}

const NAMES = ['a', 'b', 'c'].map(letter => letter.repeat(20))
let articles: StoredArticle[]

beforeEach(async () => {
  articles = [await published('مسجّل', 1), await published('بصوت مزوّد', 2), await published('بصوت مدمج', 3)]
  const [recorded, provided, plain] = articles
  if (!recorded || !provided || !plain) throw new Error('No articles')
  await record(recorded, NAMES[0] ?? '')
  await speak(provided, 'provider', NAMES[1] ?? '')
  await speak(plain, 'built-in', NAMES[2] ?? '')
})

describe('the sounds that feeds carry', () => {
  const sounds = async () => (await feedArticles('ar', null, now)).map(({ sound }) => sound?.name ?? null)

  it('are recordings and a provider’s voice, never the built-in one', async () => {
    expect(await sounds()).toEqual([NAMES[0], NAMES[1], null])
    expect(await newestWithSound('ar', 10, now)).toEqual([articles[0]?.id, articles[1]?.id])
    expect(await newestWithSound('en', 10, now)).toEqual([])
  })

  it('are those of the text as it is now', async () => {
    const [, provided] = articles
    if (!provided) throw new Error('No article')
    const text = { headline: 'تغيّر', standfirst: '', body: aBody('نص'), authorIds: [] }
    await revise(desk, { ...text, articleId: provided.id, revision: provided.revision })
    expect(await sounds()).toEqual([NAMES[0], null, null])
  })

  it('go with their article', async () => {
    const [recorded] = articles
    if (!recorded) throw new Error('No article')
    await withdraw(desk, { articleId: recorded.id, revision: recorded.revision })
    expect(await newestWithSound('ar', 10, now)).toEqual([articles[1]?.id])
  })
})

describe('a podcast', () => {
  const frame = (email: string | null) => ({
    locale: 'ar' as const,
    site: {
      ...{ name: 'عرب برس', tagline: '', description: '' },
      contact: { email, phone: null },
    },
  })
  async function made(email: string | null = 'desk@example.org', isEmpty = false): Promise<string> {
    const ids = isEmpty ? [] : await newestWithSound('ar', 10, now)
    const [stories, sounds] = await Promise.all([teasersOf(ids, 'ar'), publicSounds(ids)])
    const bulletin = {
      ...{ locale: 'ar' as const, day: '2026-02-22', storyIds: [1, 2, 3], name: 'd'.repeat(20) },
      ...{ bytes: 90_000, durationMs: 15_000, madeAt: hoursAgo(6) },
    }
    if (!isEmpty) await write(tx => putBulletin(tx, bulletin))
    return podcast({
      frame: frame(email),
      siteUrl,
      coverPath: '/media/share-ar-podcast-0123456789.jpg',
      stylePath: '/enhance/feed.css',
      bulletins: isEmpty ? [] : [bulletin],
      episodes: stories.flatMap((story, index) => {
        const sound = sounds.get(ids[index] ?? 0)
        return sound ? [{ story, sound }] : []
      }),
      t: translator('ar', 'podcast'),
    })
  }

  it('has what Apple and the Podcast Namespace require, and is well-formed', async () => {
    const xml = await made()
    expect(faultsInXml(xml)).toEqual([])
    if (hasXmllint) expect(faultsBySchema(xml, RSS)).toBe('')
    const { format, feed } = parseFeed(xml)
    expect(format).toBe('rss')
    expect(feed).toMatchObject({
      title: 'عرب برس: استمع',
      language: 'ar',
      link: `${siteUrl}/ar`,
      itunes: {
        image: `${siteUrl}/media/share-ar-podcast-0123456789.jpg`,
        categories: [{ text: 'News', categories: [{ text: 'Daily News' }] }],
        explicit: false,
        author: 'عرب برس',
        type: 'episodic',
        owner: { name: 'عرب برس', email: 'desk@example.org' },
      },
      podcast: { guid: expect.stringMatching(/^[0-9a-f-]{36}$/), medium: 'podcast' },
    })
  })

  it('tells of the bulletin and of the articles, newest first, each with its sound', async () => {
    const { feed } = parseFeed(await made()) as { feed: { items: Record<string, unknown>[] } }
    expect(feed.items).toMatchObject([
      {
        title: 'مسجّل',
        description: 'ملخّص & <أكثر>',
        enclosures: [{ url: `${siteUrl}/media/${NAMES[0]}.mp3`, length: 4000, type: 'audio/mpeg' }],
        guid: {
          value: expect.stringMatching(/^tag:news\.example\.org,2026:ar\/listen\/\d+$/),
          isPermaLink: false,
        },
        itunes: { duration: 61, episodeType: 'full', explicit: false },
      },
      { title: 'بصوت مزوّد', enclosures: [{ length: 6000 }], itunes: { duration: 1 } },
      {
        title: expect.stringMatching(/^عناوين 22\sفبراير 2026$/),
        description: '3 عناوين',
        enclosures: [{ url: `${siteUrl}/media/${'d'.repeat(20)}.mp3`, length: 90_000 }],
      },
    ])
  })

  it('is a whole one without episodes, and without an address of the desk', async () => {
    const xml = await made(null, true)
    expect(faultsInXml(xml)).toEqual([])
    if (hasXmllint) expect(faultsBySchema(xml, RSS)).toBe('')
    expect(parseFeed(xml).feed).toMatchObject({ title: 'عرب برس: استمع' })
    expect(xml).not.toContain('<item>')
    expect(xml).toContain('لا حلقات بعد.')
  })

  it('has the identifier that the namespace makes of its address', () => {
    /* The example of the specification. */
    expect(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml')).toBe(
      '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    )
  })
})

import { eq, inArray, like, or } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { articleAnswer } from '#db/queries/article.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { sectionPage } from '#db/queries/sections.ts'
import {
  articleAuthors,
  articles,
  auditLog,
  contentChanges,
  corrections,
  listings,
  revisions,
} from '#db/schema/tables.ts'
import { isExpected } from '#errors/expected-error.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { anActor, desk } from '#testing/actors.testing.ts'
import { aBody } from '#testing/body.testing.ts'
import { anAuthor, aTopic } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { correct } from './correct.ts'
import { createArticle } from './create-article.ts'
import { publish } from './publish.ts'
import { restoreRevision } from './restore-revision.ts'
import { revise } from './revise.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')

let storyId: number
let authorId: number

const newsroom = aNewsroom()

beforeEach(async () => {
  const topicIds = [await aTopic()]
  authorId = await anAuthor()
  storyId = await aStory({ topicIds, now })
})

const draft = (locale: Locale, headline: string) =>
  anArticle({ storyId, locale, headline, authorIds: [authorId], now })

const published = (locale: Locale, headline: string) =>
  anArticle({ storyId, locale, headline, authorIds: [authorId], status: 'published', now })

const headlines = async (locale: Locale, at = now) =>
  (await latestHeadlines(locale, 10, at)).map(item => item.headline)
async function changes() {
  const { tags, version } = contentChanges
  const changes = await reader().select({ tags }).from(contentChanges).orderBy(version)
  return changes.map(change => change.tags).filter(named => named.some(name => name.startsWith('story:')))
}
async function audit() {
  const { verb, id, subject } = auditLog
  const isTold = or(like(subject, 'story:%'), like(subject, 'article:%'))
  return (await reader().select({ verb }).from(auditLog).where(isTold).orderBy(id)).map(entry => entry.verb)
}

describe('visibility', () => {
  it('shows readers what is published, and only when its time has come', async () => {
    const article = await draft('en', 'Berths fill')
    expect(await headlines('en')).toEqual([])
    const later = new Date(now.getTime() + 60_000)
    await publish(desk, { articleId: article.id, revision: 1, publishedAt: later })
    expect(await headlines('en')).toEqual([])
    expect(await articleAnswer('en', storyId, now)).toEqual({ state: 'missing' })
    expect(await headlines('en', later)).toEqual(['Berths fill'])
  })

  it('answers "withdrawn" from the moment a withdrawal is acknowledged', async () => {
    const article = await published('en', 'Berths fill')
    await withdraw(desk, { articleId: article.id, revision: article.revision })
    expect(await headlines('en')).toEqual([])
    expect((await articleAnswer('en', storyId, now)).state).toBe('withdrawn')
    expect((await sectionPage('en', 'economy', 1, now))?.stories.items).toEqual([])
  })

  it('leads to the other language when only that is published', async () => {
    await published('ar', 'الأرصفة تمتلئ')
    await draft('en', 'Berths fill')
    expect(await articleAnswer('en', storyId, now)).toMatchObject({
      state: 'elsewhere',
      translation: { locale: 'ar' },
    })
  })
})

describe('the contract of the verbs', () => {
  it('refuses a revision that is not the newest', async () => {
    const article = await draft('en', 'One')
    await revise(desk, {
      articleId: article.id,
      revision: 1,
      headline: 'Two',
      standfirst: '',
      body: aBody('2'),
      authorIds: [],
    })
    await expect(publish(desk, { articleId: article.id, revision: 1 })).rejects.toMatchObject({
      code: 'publishing.staleRevision',
    })
    await expect(
      publish(desk, { articleId: article.id, revision: undefined as unknown as number }),
    ).rejects.toMatchObject({ code: 'publishing.staleRevision' })
    expect(await headlines('en')).toEqual([])
  })

  it('refuses whoever may not, and changes nothing', async () => {
    const article = await draft('en', 'One')
    const intern = anActor({ may: ['article.write'] })
    await expect(publish(intern, { articleId: article.id, revision: 1 })).rejects.toMatchObject({
      code: 'publishing.notAllowed',
    })
    expect(await audit()).toEqual(['create', 'create'])
  })

  it('refuses what cannot be read, and a second withdrawal', async () => {
    const empty = await createArticle(desk, {
      storyId,
      locale: 'ar',
      headline: '',
      standfirst: '',
      body: aBody('x'),
      authorIds: [],
    })
    await expect(publish(desk, { articleId: empty.id, revision: 1 })).rejects.toMatchObject({
      code: 'publishing.refused.noHeadline',
    })
    await expect(withdraw(desk, { articleId: empty.id, revision: 1 })).rejects.toMatchObject({
      code: 'publishing.refused.notPublished',
    })
    await expect(draft('ar', 'مرة أخرى')).rejects.toMatchObject({ code: 'publishing.refused.exists' })
  })

  it('keeps every version, and brings an old one back as a new one', async () => {
    const article = await published('en', 'One')
    await revise(desk, {
      articleId: article.id,
      revision: 1,
      headline: 'Two',
      standfirst: '',
      body: aBody('2'),
      authorIds: [authorId],
    })
    expect(await headlines('en')).toEqual(['Two'])
    const restored = await restoreRevision(desk, { articleId: article.id, revision: 2, restore: 1 })
    expect(restored).toMatchObject({ revision: 3, headline: 'One' })
    expect(await headlines('en')).toEqual(['One'])
    await expect(
      restoreRevision(desk, { articleId: article.id, revision: 3, restore: 9 }),
    ).rejects.toMatchObject({ code: 'publishing.refused.noSuchRevision' })
  })

  it('promises nothing for later', async () => {
    const article = await draft('en', 'One')
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000)
    await expect(
      publish(desk, { articleId: article.id, revision: 1, publishedAt: tomorrow }),
    ).rejects.toMatchObject({ code: 'publishing.refused.future' })
  })

  it('names what readers see differently, and nothing for a draft', async () => {
    const article = await draft('en', 'One')
    await revise(desk, {
      articleId: article.id,
      revision: 1,
      headline: 'Two',
      standfirst: '',
      body: aBody('2'),
      authorIds: [],
    })
    expect(await changes()).toEqual([])
    await publish(desk, { articleId: article.id, revision: 2, publishedAt: now })
    expect((await changes())[0]).toEqual(
      expect.arrayContaining([
        `story:${storyId}`,
        'front:en',
        'latest:en',
        'archive:en:2026-02-22',
        'section:1',
        'topic:1',
      ]),
    )
    await correct(desk, { articleId: article.id, revision: 2, text: 'The number was wrong.' })
    expect(await changes()).toHaveLength(2)
    expect(await audit()).toEqual(['create', 'create', 'revise', 'publish', 'correct'])
    await withdraw(desk, { articleId: article.id, revision: 2 })
    expect((await changes())[2]).toContain(`withdrawn:${storyId}`)
  })
})

/** Deterministic randomness, so that a failure can be repeated. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % sides
  }
}

async function rowsOf(locale: Locale): Promise<string> {
  const db = reader()
  const mine = db.select({ id: articles.id }).from(articles).where(eq(articles.locale, locale))
  return JSON.stringify([
    await db.select().from(articles).where(eq(articles.locale, locale)),
    await db.select().from(revisions).where(inArray(revisions.articleId, mine)).orderBy(revisions.id),
    await db.select().from(corrections).where(inArray(corrections.articleId, mine)).orderBy(corrections.id),
    await db
      .select()
      .from(articleAuthors)
      .where(inArray(articleAuthors.articleId, mine))
      .orderBy(articleAuthors.position),
    await db
      .select()
      .from(listings)
      .where(inArray(listings.articleId, mine))
      .orderBy(listings.kind, listings.refId),
  ])
}

describe('the languages', () => {
  it('never touch each other, whatever is done to one of them', async () => {
    const roll = dice(7)
    let current = { ar: await draft('ar', 'خبر'), en: await draft('en', 'News') }
    for (let step = 0; step < 120; step++) {
      const locale: Locale = roll(2) ? 'ar' : 'en'
      const other = otherLocale(locale)
      const before = await rowsOf(other)
      const { id, revision } = current[locale]
      const target = { articleId: id, revision, now: new Date(now.getTime() + step * 1000) }
      const words = `${locale} ${step}`
      const acts = [
        () =>
          revise(desk, {
            ...target,
            headline: words,
            standfirst: words,
            body: aBody(words),
            authorIds: roll(2) ? [authorId] : [],
          }),
        () => publish(desk, target),
        () => withdraw(desk, target),
        () => correct(desk, { ...target, text: words }),
        () => restoreRevision(desk, { ...target, restore: 1 + roll(revision) }),
      ]
      const after = await acts[roll(acts.length)]?.().catch((error: unknown) => {
        if (isExpected(error, 'publishing.refused')) return null
        throw error
      })
      if (after) current = { ...current, [locale]: after }
      expect(await rowsOf(other)).toBe(before)
    }
  })

  it('stand in exactly the lists that they belong to', async () => {
    const article = await published('en', 'One')
    await published('ar', 'خبر')
    await withdraw(desk, { articleId: article.id, revision: 1 })
    const derived = `
      SELECT 'section' AS kind, s.section_id AS ref_id, a.locale, a.published_at, a.id AS article_id FROM articles a JOIN stories s ON s.id = a.story_id WHERE a.status = 'published'
      UNION ALL SELECT 'topic', t.topic_id, a.locale, a.published_at, a.id FROM articles a JOIN story_topics t ON t.story_id = a.story_id WHERE a.status = 'published'
      UNION ALL SELECT 'author', w.author_id, a.locale, a.published_at, a.id FROM articles a JOIN article_authors w ON w.article_id = a.id WHERE a.status = 'published'`
    const sorted = (rows: unknown[]) => rows.map(row => JSON.stringify(row)).sort()
    const kept = await newsroom.database.rows(
      'SELECT kind, ref_id, locale, published_at, article_id FROM listings',
    )
    expect(sorted(kept)).toEqual(sorted(await newsroom.database.rows(derived)))
    expect(kept).toHaveLength(3)
  })
})

import { desc } from 'drizzle-orm'
import { instantValue, prepared, value } from '#db/prepared.ts'
import { listings } from '#db/schema/tables.ts'
import type { Article, HeadlineItem, Page, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { listedIds, newestIds, newestPage } from './listing.ts'
import { visibleAmong } from './reads.ts'
import { headlinesOf, teasersOf } from './teasers.ts'
import { listedIn } from './visible.ts'

/** The newest headlines of a language. */
export async function latestHeadlines(
  locale: Locale,
  limit: number,
  now = new Date(),
): Promise<HeadlineItem[]> {
  const rows = await newestIds(locale, now, limit)
  return headlinesOf(
    rows.map(row => row.id),
    locale,
  )
}

/** The newest stories of a language with all that a card shows. */
export async function latestStories(locale: Locale, limit: number, now = new Date()): Promise<Teaser[]> {
  if (limit === 0) return []
  const rows = await newestIds(locale, now, limit)
  return teasersOf(
    rows.map(row => row.id),
    locale,
  )
}

/** A page of everything, newest first. */
export async function latestPage(locale: Locale, page: number, now = new Date()): Promise<Page<Teaser>> {
  const { ids, ...rest } = await newestPage(locale, page, now)
  return { ...rest, items: await teasersOf(ids, locale) }
}

/**
 * Stories to read next: those that share the most topics first, then the section's newest, without the article itself.
 */
export async function relatedStories(article: Article, limit = 4, now = new Date()): Promise<Teaser[]> {
  const [byTopic, bySection] = await Promise.all([
    sharingTopics(article, limit, now),
    listedIds('section', article.section.id, article.locale, now, limit * 2 + 1),
  ])
  const ids = [...new Set([...byTopic, ...bySection.map(row => row.id)])].filter(id => id !== article.id)
  return teasersOf(ids.slice(0, limit), article.locale)
}

const CANDIDATES_A_TOPIC = 60
/* A listed article may be invisible, though none should be, so a few more are checked than shown. */
const SPARE = 4

async function sharingTopics(article: Article, limit: number, now: Date): Promise<number[]> {
  const { locale, id: own, topics } = article
  const ofTopics = await Promise.all(
    topics.map(topic =>
      listedUnderTopic().execute({
        refId: topic.id,
        locale,
        now: instantValue(now),
        limit: CANDIDATES_A_TOPIC + 1,
      }),
    ),
  )
  const shared = new Map<number, { topics: number; at: number }>()
  for (const { id, publishedAt } of ofTopics.flat()) {
    if (id === own) continue
    shared.set(id, { topics: (shared.get(id)?.topics ?? 0) + 1, at: publishedAt.getTime() })
  }
  const ranked = [...shared]
    .sort(([idA, a], [idB, b]) => b.topics - a.topics || b.at - a.at || idB - idA)
    .slice(0, limit + SPARE)
    .map(([id]) => id)
  if (ranked.length === 0) return []
  const seen = await visibleAmong(ranked, locale, now)
  return ranked.filter(id => seen.has(id)).slice(0, limit)
}

/*
 * Reads the index of lists alone, one topic at a time. For several topics at once, or joined with the articles, SQLite
 * begins with every article of the language, which took a minute among 300,000.
 */
const listedUnderTopic = prepared(db =>
  db
    .select({ id: listings.articleId, publishedAt: listings.publishedAt })
    .from(listings)
    .where(listedIn({ kind: 'topic', refId: value('refId'), locale: value('locale'), now: value('now') }))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(value('limit')),
)

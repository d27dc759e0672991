import { and, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { instantValue, preparedForIds, value } from '../prepared'
import { articles, listings } from '../schema/sqlite'
import type { Article, HeadlineItem, Page, Teaser } from '../shapes'
import { listedIds, newestIds, newestPage } from './listing'
import { headlinesOf, teasersOf } from './teasers'
import { visible } from './visible'

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

/** A page of everything, newest first. */
export async function latestPage(locale: Locale, page: number, now = new Date()): Promise<Page<Teaser>> {
  const { ids, ...rest } = await newestPage(locale, page, now)
  return { ...rest, items: await teasersOf(ids, locale) }
}

/** Stories to read next: those that share the most topics first, then the section's newest; never the article itself. */
export async function relatedStories(article: Article, limit = 4, now = new Date()): Promise<Teaser[]> {
  const [byTopic, bySection] = await Promise.all([
    sharingTopics(article, limit, now),
    listedIds('section', article.section.id, article.locale, now, limit * 2 + 1),
  ])
  const ids = [...new Set([...byTopic, ...bySection.map(row => row.id)])].filter(id => id !== article.id)
  return teasersOf(ids.slice(0, limit), article.locale)
}

const CANDIDATES_A_TOPIC = 60

async function sharingTopics(article: Article, limit: number, now: Date): Promise<number[]> {
  const topicIds = article.topics.map(topic => topic.id)
  if (topicIds.length === 0) return []
  const { locale, id: own } = article
  const rows = await listedUnderTopics(topicIds, {
    locale,
    own,
    now: instantValue(now),
    limit: CANDIDATES_A_TOPIC * topicIds.length,
  })
  const shared = new Map<number, number>()
  for (const { id } of rows) shared.set(id, (shared.get(id) ?? 0) + 1)
  /* Rows come newest first and the sort is stable: among equals the newer stays ahead. */
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([id]) => id)
}

const listedUnderTopics = preparedForIds((db, topicIds) =>
  db
    .select({ id: articles.id })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(
      and(
        eq(listings.kind, 'topic'),
        inArray(listings.refId, topicIds),
        eq(listings.locale, value('locale')),
        lte(listings.publishedAt, value('now')),
        visible(value('locale'), value('now')),
        ne(articles.id, value('own')),
      ),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.articleId), desc(listings.refId))
    .limit(value('limit'))
    .prepare(),
)

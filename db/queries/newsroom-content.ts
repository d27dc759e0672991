/** All content of a newsroom as rows, for its export. Readers' pages have their own queries. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import {
  articleAuthors,
  articles,
  authors,
  authorTexts,
  breaking,
  corrections,
  facts,
  frontPlaces,
  media,
  origins,
  pages,
  redirects,
  schedules,
  sections,
  sectionTexts,
  site,
  stories,
  storyPictureTexts,
  storyTopics,
  topics,
  topicTexts,
} from '#db/schema/tables.ts'
import type { Tx } from '#db/write.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { storedRecordings } from './audio/recordings.ts'

type Db = Reader | Tx

/** The catalogue and the front: small tables that are read whole. */
export async function catalogueContent(db: Db) {
  return {
    site: await db.select().from(site).orderBy(asc(site.locale)),
    facts: await db.select().from(facts).orderBy(asc(facts.key)),
    sections: await db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)),
    sectionTexts: await db
      .select()
      .from(sectionTexts)
      .orderBy(asc(sectionTexts.sectionId), asc(sectionTexts.locale)),
    topics: await db.select().from(topics).orderBy(asc(topics.id)),
    topicTexts: await db.select().from(topicTexts).orderBy(asc(topicTexts.topicId), asc(topicTexts.locale)),
    authors: await db.select().from(authors).orderBy(asc(authors.id)),
    authorTexts: await db
      .select()
      .from(authorTexts)
      .orderBy(asc(authorTexts.authorId), asc(authorTexts.locale)),
    pages: await db.select().from(pages).orderBy(asc(pages.position), asc(pages.id)),
    front: await db
      .select()
      .from(frontPlaces)
      .orderBy(asc(frontPlaces.locale), asc(frontPlaces.place), asc(frontPlaces.position)),
    breaking: await db.select().from(breaking).orderBy(asc(breaking.locale)),
  }
}

export type CatalogueContent = Awaited<ReturnType<typeof catalogueContent>>

/** The next stories by id, each with everything that belongs to it; none at the end. */
export async function storiesAfter(db: Db, storyId: number, limit: number) {
  const batch = await db
    .select()
    .from(stories)
    .where(gt(stories.id, storyId))
    .orderBy(asc(stories.id))
    .limit(limit)
  const ids = batch.map(story => story.id)
  const versions = await db
    .select()
    .from(articles)
    .where(inArray(articles.storyId, ids))
    .orderBy(asc(articles.storyId), asc(articles.locale))
  const articleIds = versions.map(article => article.id)
  return {
    stories: batch,
    articles: versions,
    topics: await db
      .select()
      .from(storyTopics)
      .where(inArray(storyTopics.storyId, ids))
      .orderBy(asc(storyTopics.storyId), asc(storyTopics.position), asc(storyTopics.topicId)),
    pictureTexts: await db
      .select()
      .from(storyPictureTexts)
      .where(inArray(storyPictureTexts.storyId, ids))
      .orderBy(asc(storyPictureTexts.storyId), asc(storyPictureTexts.locale)),
    authors: await db
      .select()
      .from(articleAuthors)
      .where(inArray(articleAuthors.articleId, articleIds))
      .orderBy(asc(articleAuthors.articleId), asc(articleAuthors.position), asc(articleAuthors.authorId)),
    corrections: await db
      .select()
      .from(corrections)
      .where(inArray(corrections.articleId, articleIds))
      .orderBy(asc(corrections.articleId), asc(corrections.at), asc(corrections.id)),
    recordings: await storedRecordings(db, articleIds),
    waiting: await db
      .select({ articleId: schedules.articleId, revision: schedules.revision, dueAt: schedules.dueAt })
      .from(schedules)
      .where(and(inArray(schedules.articleId, articleIds), eq(schedules.state, 'waiting')))
      .orderBy(asc(schedules.articleId), asc(schedules.id)),
  }
}

export type StoryBatch = Awaited<ReturnType<typeof storiesAfter>>

/** The parts of all stories' addresses, to recognise links from one story to another. */
export async function storyAddresses(db: Db) {
  return db
    .select({
      storyId: articles.storyId,
      locale: articles.locale,
      slug: articles.slug,
      headline: articles.headline,
      sectionSlug: sectionTexts.slug,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(articles.locale))
    .orderBy(asc(articles.storyId), asc(articles.locale))
}

export async function mediaRows(db: Db, ids: number[]) {
  return db.select().from(media).where(inArray(media.id, ids)).orderBy(asc(media.id))
}

/** The keys of stories in the folders that they came from. */
export async function storyKeys(db: Db) {
  return db
    .select({ storyId: origins.refId, key: origins.key, origin: origins.origin })
    .from(origins)
    .where(eq(origins.kind, 'story'))
    .orderBy(asc(origins.refId), asc(origins.origin), asc(origins.key))
}

/** Every old address with its destination. */
export async function keptAddresses(db: Db) {
  return db
    .select({
      path: redirects.path,
      locale: redirects.locale,
      target: redirects.target,
      refId: redirects.refId,
    })
    .from(redirects)
    .orderBy(asc(redirects.path))
}

/** The standing pages by key and language. */
export async function pageIds(db: Db) {
  return db.select({ id: pages.id, key: pages.key, locale: pages.locale }).from(pages).orderBy(asc(pages.id))
}

/** Whether there is a story with this id. */
export async function hasStory(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.id, id))
    .orderBy(asc(stories.id))
  return rows.length > 0
}

/** An article's authors, in the order of its byline. */
export async function bylineOf(db: Db, articleId: number): Promise<number[]> {
  const rows = await db
    .select({ id: articleAuthors.authorId })
    .from(articleAuthors)
    .where(eq(articleAuthors.articleId, articleId))
    .orderBy(asc(articleAuthors.position), asc(articleAuthors.authorId))
  return rows.map(row => row.id)
}

/** An article's corrections, oldest first. */
export async function correctionsOf(db: Db, articleId: number): Promise<{ at: Date; text: string }[]> {
  return db
    .select({ at: corrections.at, text: corrections.text })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(asc(corrections.at), asc(corrections.id))
}

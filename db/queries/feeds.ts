import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Body, mediaIdsOf } from '#body/body.ts'
import { preparedForIds, value } from '#db/prepared.ts'
import { articles, corrections, storyTopics, topicTexts } from '#db/schema/tables.ts'
import type { Correction, FeedArticle, FeedSubject, TopicRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import {
  itsLeadPicture,
  itsPictureTexts,
  itsSection,
  itsSectionTexts,
  itsStory,
  leadPictureColumns,
} from './article-joins.ts'
import { publicSounds } from './audio/public-sounds.ts'
import { listedIds, newestIds } from './listing.ts'
import { itsMediaTexts, type MediaFiles, mediaFiles, toPicture } from './pictures.ts'
import { bylinesOf, headlineColumns } from './teasers.ts'

/** Covers what a reader who looks in twice a day would miss; with their texts, some 150 KB. */
export const FEED_LENGTH = 20

/** The articles of a feed, newest first; without a subject, the newest of all. A fixed number of queries. */
export async function feedArticles(
  locale: Locale,
  subject: Pick<FeedSubject, 'kind' | 'id'> | null,
  now = new Date(),
): Promise<FeedArticle[]> {
  const found = await (subject
    ? listedIds(subject.kind, subject.id, locale, now, FEED_LENGTH)
    : newestIds(locale, now, FEED_LENGTH))
  return completeArticles(
    found.map(({ id }) => id),
    locale,
  )
}

async function completeArticles(ids: number[], locale: Locale): Promise<FeedArticle[]> {
  if (ids.length === 0) return []
  const rows = await articleRows(ids, { locale })
  const mediaIds = new Set(rows.flatMap(({ body }) => mediaIdsOf(body)))
  const [files, bylines, topics, corrected, sounds] = await Promise.all([
    mediaFiles([...mediaIds], locale),
    bylinesOf(ids, locale),
    topicRows(
      rows.map(({ storyId }) => storyId),
      { locale },
    ),
    correctionRows(ids),
    publicSounds(ids),
  ])
  const topicsOf = grouped(topics, ({ storyId, ...topic }): [number, TopicRef] => [storyId, topic])
  const correctionsOf = grouped(corrected, ({ articleId, ...each }): [number, Correction] => [
    articleId,
    each,
  ])
  const byId = new Map(
    rows.map(({ id, publishedAt, picture, storyTexts, fileTexts, ...row }): [number, FeedArticle] => [
      id,
      {
        ...row,
        ...filesOf(row.body, files),
        publishedAt: publishedAt ?? new Date(0),
        lead: toPicture(picture, storyTexts, fileTexts),
        authors: bylines.get(id) ?? [],
        topics: topicsOf.get(row.storyId) ?? [],
        corrections: correctionsOf.get(id) ?? [],
        sound: sounds.get(id) ?? null,
      },
    ]),
  )
  return ids.flatMap(id => byId.get(id) ?? [])
}

/* The files that one article names, among those of all. */
function filesOf(body: Body, { pictures, videos, attachments }: MediaFiles): MediaFiles {
  const ids = mediaIdsOf(body)
  const ofIts = <File>(files: Map<number, File>) =>
    new Map(
      ids.flatMap((id): [number, File][] => {
        const file = files.get(id)
        return file ? [[id, file]] : []
      }),
    )
  return { pictures: ofIts(pictures), videos: ofIts(videos), attachments: ofIts(attachments) }
}

function grouped<Row, Value>(rows: Row[], entryOf: (row: Row) => [key: number, value: Value]) {
  const groups = new Map<number, Value[]>()
  for (const [key, value] of rows.map(entryOf)) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}

const articleRows = preparedForIds((db, ids) => {
  const locale = value('locale')
  return db
    .select({
      id: articles.id,
      ...headlineColumns,
      standfirst: articles.standfirst,
      body: articles.body,
      updatedAt: articles.updatedAt,
      ...leadPictureColumns,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSection)
    .innerJoin(...itsSectionTexts(locale))
    .leftJoin(...itsLeadPicture)
    .leftJoin(...itsPictureTexts(locale))
    .leftJoin(...itsMediaTexts(locale))
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.id))
})

const topicRows = preparedForIds((db, storyIds) =>
  db
    .select({
      storyId: storyTopics.storyId,
      id: storyTopics.topicId,
      name: topicTexts.name,
      slug: topicTexts.slug,
    })
    .from(storyTopics)
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.topicId, storyTopics.topicId), eq(topicTexts.locale, value('locale'))),
    )
    .where(inArray(storyTopics.storyId, storyIds))
    .orderBy(asc(storyTopics.storyId), asc(storyTopics.position), asc(storyTopics.topicId)),
)

const correctionRows = preparedForIds((db, articleIds) =>
  db
    .select({ articleId: corrections.articleId, at: corrections.at, text: corrections.text })
    .from(corrections)
    .where(inArray(corrections.articleId, articleIds))
    .orderBy(asc(corrections.articleId), desc(corrections.at), desc(corrections.id)),
)

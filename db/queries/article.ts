import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm'
import { mediaIdsOf } from '#body/body.ts'
import { prepared, value } from '#db/prepared.ts'
import { isRowNumber } from '#db/row-number.ts'
import {
  articles,
  corrections,
  sections,
  sectionTexts,
  stories,
  storyPictureTexts,
  storyTopics,
  topicTexts,
} from '#db/schema/tables.ts'
import type { Article, ArticleAnswer, Translation } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSection, itsStory } from './article-joins.ts'
import { recordingsOf } from './audio/recordings.ts'
import { inStory, mediaFiles } from './pictures.ts'
import { bylinesOf, readingMinutes } from './teasers.ts'
import { isVisible, isWithdrawn } from './visible.ts'

/** All content of an article's page, or the reason why there is none, in a fixed number of queries. */
export async function articleAnswer(
  locale: Locale,
  storyId: number,
  now = new Date(),
): Promise<ArticleAnswer> {
  if (!isRowNumber(storyId)) return { state: 'missing' }
  const versions = await versionsOf(storyId, locale)
  const own = versions.find(version => version.locale === locale)
  const other = versions.find(version => version.locale !== locale)
  const translation = other && isVisible(other, now) ? translationOf(other) : null
  if (own && isVisible(own, now)) return { state: 'published', article: await complete(own, translation) }
  if (own && isWithdrawn(own)) return { state: 'withdrawn', section: own.section }
  const section = versions[0]?.section
  return translation && section ? { state: 'elsewhere', section, translation } : { state: 'missing' }
}

function translationOf(version: Version & { publishedAt: Date }): Translation {
  const { locale, storyId, ownSectionSlug, slug, headline, publishedAt } = version
  return { locale, storyId, sectionSlug: ownSectionSlug, slug, headline, publishedAt }
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

async function versionsOf(storyId: number, locale: Locale) {
  const rows = await versionRows().execute({ storyId })
  const textsIn = (wanted: Locale) => rows.find(row => row.textLocale === wanted)
  return rows
    .filter(row => row.textLocale === row.article.locale)
    .map(row => ({
      ...row.article,
      kind: row.kind,
      leadMediaId: row.leadMediaId,
      ownSectionSlug: row.slug,
      section: {
        ...row.section,
        name: textsIn(locale)?.name ?? row.name,
        slug: textsIn(locale)?.slug ?? row.slug,
      },
    }))
}

/* Without the bodies, because both languages are read and only one is shown. */
const { body: _, ...withoutBody } = getTableColumns(articles)

const versionRows = prepared(db =>
  db
    .select({
      article: withoutBody,
      kind: stories.kind,
      leadMediaId: stories.leadMediaId,
      section: { id: sections.id, key: sections.key, glaze: sections.glaze },
      textLocale: sectionTexts.locale,
      name: sectionTexts.name,
      slug: sectionTexts.slug,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSection)
    .innerJoin(sectionTexts, eq(sectionTexts.sectionId, sections.id))
    .where(eq(articles.storyId, value('storyId')))
    .orderBy(asc(articles.id), asc(sectionTexts.locale)),
)

const bodyRow = prepared(db =>
  db
    .select({ body: articles.body })
    .from(articles)
    .where(eq(articles.id, value('id')))
    .orderBy(asc(articles.id)),
)

const correctionRows = prepared(db =>
  db
    .select({ at: corrections.at, text: corrections.text })
    .from(corrections)
    .where(eq(corrections.articleId, value('id')))
    .orderBy(desc(corrections.at), desc(corrections.id)),
)

const pictureTextRows = prepared(db =>
  db
    .select()
    .from(storyPictureTexts)
    .where(
      and(eq(storyPictureTexts.storyId, value('storyId')), eq(storyPictureTexts.locale, value('locale'))),
    )
    .orderBy(asc(storyPictureTexts.storyId)),
)

const topicRows = prepared(db =>
  db
    .select({ id: storyTopics.topicId, name: topicTexts.name, slug: topicTexts.slug })
    .from(storyTopics)
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.topicId, storyTopics.topicId), eq(topicTexts.locale, value('locale'))),
    )
    .where(eq(storyTopics.storyId, value('storyId')))
    .orderBy(asc(storyTopics.position), asc(storyTopics.topicId)),
)

async function complete(
  version: Version & { publishedAt: Date },
  translation: Article['translation'],
): Promise<Article> {
  const { id, storyId, locale, leadMediaId } = version
  const [row] = await bodyRow().execute({ id })
  if (!row) throw new Error(`Article ${id} is gone`)
  const { body } = row
  const mediaIds = mediaIdsOf(body)
  if (leadMediaId !== null) mediaIds.push(leadMediaId)
  const [files, bylines, topics, corrected, pictureTexts, [recorded]] = await Promise.all([
    mediaFiles(mediaIds, locale),
    bylinesOf([id], locale),
    topicRows().execute({ storyId, locale }),
    correctionRows().execute({ id }),
    pictureTextRows().execute({ storyId, locale }),
    recordingsOf([id]),
  ])
  const file = leadMediaId === null ? undefined : files.pictures.get(leadMediaId)
  const texts = pictureTexts[0] ?? null
  return {
    id,
    storyId,
    locale,
    kind: version.kind,
    section: version.section,
    slug: version.slug,
    headline: version.headline,
    standfirst: version.standfirst,
    body,
    pictures: files.pictures,
    videos: files.videos,
    attachments: files.attachments,
    lead: file ? inStory(file, texts) : null,
    authors: bylines.get(id) ?? [],
    topics,
    corrections: corrected,
    recording: recorded ?? null,
    publishedAt: version.publishedAt,
    updatedAt: version.updatedAt,
    readingMinutes: readingMinutes(version.wordCount, locale),
    seo: { title: version.seoTitle, description: version.seoDescription },
    translation,
  }
}

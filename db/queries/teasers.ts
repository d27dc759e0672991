import { and, asc, eq, inArray } from 'drizzle-orm'
import { preparedForIds, value } from '#db/prepared.ts'
import {
  articleAuthors,
  articles,
  authors,
  authorTexts,
  sections,
  sectionTexts,
  stories,
} from '#db/schema/tables.ts'
import type { AuthorRef, HeadlineItem, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import {
  itsLeadPicture,
  itsPictureTexts,
  itsSection,
  itsSectionTexts,
  itsStory,
  leadPictureColumns,
} from './article-joins.ts'
import { itsMediaTexts, pictureColumns, portraits, toPicture } from './pictures.ts'

/** The columns of a section that every list needs. */
export const sectionColumns = {
  id: sections.id,
  key: sections.key,
  glaze: sections.glaze,
  name: sectionTexts.name,
  slug: sectionTexts.slug,
}

const WORDS_A_MINUTE = { ar: 180, en: 220 } as const

export function readingMinutes(words: number, locale: Locale): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE[locale]))
}

/** The articles as cards, in the order of the ids. Two queries, whatever their number. */
export async function teasersOf(ids: number[], locale: Locale): Promise<Teaser[]> {
  if (ids.length === 0) return []
  const unique = [...new Set(ids)]
  const [rows, bylines] = await Promise.all([teaserRows(unique, { locale }), bylinesOf(unique, locale)])
  const byId = new Map(
    rows.map(row => [
      row.id,
      {
        storyId: row.storyId,
        headline: row.headline,
        standfirst: row.standfirst,
        slug: row.slug,
        kind: row.kind,
        section: row.section,
        publishedAt: row.publishedAt ?? new Date(0),
        picture: toPicture(row.picture, row.storyTexts, row.fileTexts),
        authors: bylines.get(row.id) ?? [],
        readingMinutes: readingMinutes(row.wordCount, locale),
      } satisfies Teaser,
    ]),
  )
  return ids.flatMap(id => byId.get(id) ?? [])
}

const teaserRows = preparedForIds((db, ids) => {
  const locale = value('locale')
  return db
    .select({
      id: articles.id,
      storyId: articles.storyId,
      headline: articles.headline,
      standfirst: articles.standfirst,
      slug: articles.slug,
      wordCount: articles.wordCount,
      publishedAt: articles.publishedAt,
      kind: stories.kind,
      section: sectionColumns,
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
    .orderBy(articles.id)
})

/** The authors of each article, in the order of its byline. */
export async function bylinesOf(articleIds: number[], locale: Locale): Promise<Map<number, AuthorRef[]>> {
  if (articleIds.length === 0) return new Map()
  const rows = await bylineRows(articleIds, { locale })
  const bylines = new Map<number, AuthorRef[]>()
  for (const { articleId, portrait, ...author } of rows) {
    const byline = bylines.get(articleId) ?? []
    byline.push({ ...author, portrait: toPicture(portrait) })
    bylines.set(articleId, byline)
  }
  return bylines
}

const bylineRows = preparedForIds((db, articleIds) =>
  db
    .select({
      articleId: articleAuthors.articleId,
      id: authors.id,
      name: authorTexts.name,
      slug: authorTexts.slug,
      portrait: pictureColumns(portraits),
    })
    .from(articleAuthors)
    .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
    .innerJoin(
      authorTexts,
      and(eq(authorTexts.authorId, authors.id), eq(authorTexts.locale, value('locale'))),
    )
    .leftJoin(portraits, eq(portraits.id, authors.portraitId))
    .where(inArray(articleAuthors.articleId, articleIds))
    .orderBy(asc(articleAuthors.articleId), asc(articleAuthors.position), asc(authors.id)),
)

/** The columns of a line of a list. They need the joins of `headlinesOf`. */
export const headlineColumns = {
  storyId: articles.storyId,
  headline: articles.headline,
  slug: articles.slug,
  publishedAt: articles.publishedAt,
  section: sectionColumns,
}

/** The articles as lines of a list, in the order of the ids. One query. */
export async function headlinesOf(ids: number[], locale: Locale): Promise<HeadlineItem[]> {
  if (ids.length === 0) return []
  const rows = await headlineRows([...new Set(ids)], { locale })
  const byId = new Map(
    rows.map(({ id, publishedAt, ...row }) => [id, { ...row, publishedAt: publishedAt ?? new Date(0) }]),
  )
  return ids.flatMap(id => byId.get(id) ?? [])
}

const headlineRows = preparedForIds((db, ids) =>
  db
    .select({ id: articles.id, ...headlineColumns })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSection)
    .innerJoin(...itsSectionTexts(value('locale')))
    .where(inArray(articles.id, ids))
    .orderBy(articles.id),
)

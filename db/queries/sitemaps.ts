import { and, asc, desc, eq, gt, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { articles, media, sectionTexts, stories } from '#db/schema/tables.ts'
import type { SitemapArticle, SitemapNews } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { visible } from './visible.ts'

/**
 * The number of visible articles published between each two neighbouring instants. Each pair costs one look into the
 * index.
 */
export async function articleCounts(locale: Locale, boundaries: Date[], now = new Date()): Promise<number[]> {
  const stretches = boundaries.slice(1).map((to, index) => ({ from: boundaries[index] ?? to, to }))
  if (stretches.length === 0) return []
  const columns = Object.fromEntries(
    stretches.map(({ from, to }, index) => {
      const count = reader()
        .select({ count: sql`count(*)` })
        .from(articles)
        .where(publishedBetween(locale, from, to, now))
      return [`s${index}`, sql<number | string>`(${count})`]
    }),
  )
  const [row] = await reader().select(columns).from(sql`(SELECT 1) AS one`)
  return stretches.map((_, index) => Number(row?.[`s${index}`] ?? 0))
}

/** One part of the articles published in `[from, to)`, oldest first. */
export async function sitemapArticles(
  locale: Locale,
  { from, to }: { from: Date; to: Date },
  { offset, limit }: { offset: number; limit: number },
  now = new Date(),
): Promise<SitemapArticle[]> {
  /* The index alone skips the parts before; only then are rows read. */
  const part = reader()
    .select({ id: articles.id })
    .from(articles)
    .where(publishedBetween(locale, from, to, now))
    .orderBy(asc(articles.publishedAt), asc(articles.storyId))
    .limit(limit)
    .offset(offset)
    .as('part')
  const rows = await reader()
    .select({
      storyId: articles.storyId,
      slug: articles.slug,
      sectionSlug: sectionTexts.slug,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
      picture: { name: media.name, width: media.width, height: media.height },
    })
    .from(part)
    .innerJoin(articles, eq(articles.id, part.id))
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(locale))
    /* Pattern art shows nothing of the story. */
    .leftJoin(media, and(eq(media.id, stories.leadMediaId), isNull(media.art)))
    .orderBy(asc(articles.publishedAt), asc(articles.storyId))
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt ?? new Date(0) }))
}

/** The newest articles published after an instant, for a news sitemap. */
export async function sitemapNews(
  locale: Locale,
  after: Date,
  limit: number,
  now = new Date(),
): Promise<SitemapNews[]> {
  const rows = await reader()
    .select({
      storyId: articles.storyId,
      slug: articles.slug,
      sectionSlug: sectionTexts.slug,
      headline: articles.headline,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(locale))
    .where(and(visible(locale, now), gt(articles.publishedAt, after)))
    .orderBy(desc(articles.publishedAt), desc(articles.storyId))
    .limit(limit)
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt ?? new Date(0) }))
}

/* Given two upper bounds, SQLite may choose the later one and scan from there to the other. */
function publishedBetween(locale: Locale, from: Date, to: Date, now: Date): SQL | undefined {
  const last = Math.min(now.getTime(), to.getTime() - 1)
  return and(visible(locale, new Date(last)), gte(articles.publishedAt, from))
}

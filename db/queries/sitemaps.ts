import { and, asc, desc, eq, exists, gt, gte, isNotNull, isNull, lte, max, type SQL, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import {
  articles,
  type authorTexts,
  contentChanges,
  type ListKind,
  listings,
  media,
  pages,
  sections,
  sectionTexts,
  stories,
  type topicTexts,
} from '#db/schema/tables.ts'
import type { ListedAddress, SitemapArticle, SitemapNews } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { listTexts } from './list-texts.ts'
import { listedIn, visible, visiblePage } from './visible.ts'

/** How many visible articles were published between each two neighbouring instants; one look into the index each. */
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

/** What was published in `[from, to)`, oldest first: a part of so many. */
export async function sitemapArticles(
  locale: Locale,
  { from, to }: { from: Date; to: Date },
  { offset, limit }: { offset: number; limit: number },
  now = new Date(),
): Promise<SitemapArticle[]> {
  /* The index alone counts off what comes before; only then are rows read. */
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

/** The newest that was published after an instant, as a sitemap of news carries it. */
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

/** Every section, and when its newest article was published. */
export async function sectionAddresses(locale: Locale, now = new Date()): Promise<ListedAddress[]> {
  return reader()
    .select({ slug: sectionTexts.slug, newestAt: newestAt('section', sectionTexts.sectionId, locale, now) })
    .from(sectionTexts)
    .innerJoin(sections, eq(sections.id, sectionTexts.sectionId))
    .where(eq(sectionTexts.locale, locale))
    .orderBy(asc(sections.position), asc(sections.id))
}

/** Topics or authors with a number in `(after, upTo]` under which something can be read. */
export async function listedAddresses(
  kind: 'topic' | 'author',
  locale: Locale,
  { after, upTo }: { after: number; upTo: number },
  now = new Date(),
): Promise<ListedAddress[]> {
  const [texts, id] = listTexts(kind)
  const rows = await reader()
    .select({ slug: texts.slug, newestAt: newestAt(kind, id, locale, now) })
    .from(texts)
    .where(and(eq(texts.locale, locale), gt(id, after), lte(id, upTo)))
    .orderBy(asc(id))
  return rows.filter(row => row.newestAt !== null)
}

/** Which ranges of so many numbers hold a topic or an author under which something can be read, counted from 1. */
export async function rangesWithSomething(
  kind: 'topic' | 'author',
  locale: Locale,
  length: number,
  now = new Date(),
): Promise<number[]> {
  const [texts, id] = listTexts(kind)
  const [highest] = await reader()
    .select({ id: max(id) })
    .from(texts)
    .where(eq(texts.locale, locale))
  const ranges = Array.from({ length: Math.ceil((highest?.id ?? 0) / length) }, (_, index) => index)
  if (ranges.length === 0) return []
  const columns = Object.fromEntries(
    ranges.map(range => {
      const some = reader()
        .select({ id })
        .from(texts)
        .where(
          and(
            eq(texts.locale, locale),
            gt(id, range * length),
            lte(id, (range + 1) * length),
            isNotNull(newestAt(kind, id, locale, now)),
          ),
        )
      return [`r${range}`, sql<boolean | number>`${exists(some)}`]
    }),
  )
  const [row] = await reader().select(columns).from(sql`(SELECT 1) AS one`)
  return ranges.filter(range => Boolean(row?.[`r${range}`])).map(range => range + 1)
}

/** Every published standing page and when it was changed. */
export async function pageAddresses(locale: Locale): Promise<ListedAddress[]> {
  return reader()
    .select({ slug: pages.slug, newestAt: pages.updatedAt })
    .from(pages)
    .where(and(eq(pages.locale, locale), visiblePage()))
    .orderBy(asc(pages.position), asc(pages.id))
}

/** The newest changes, the newest first: when each name was last named, as far back as these reach. */
export async function lastNamed(limit: number): Promise<Map<string, Date>> {
  const changes = await reader()
    .select({ at: contentChanges.at, tags: contentChanges.tags })
    .from(contentChanges)
    .orderBy(desc(contentChanges.version))
    .limit(limit)
  const named = new Map<string, Date>()
  for (const { at, tags } of changes) for (const name of tags) if (!named.has(name)) named.set(name, at)
  return named
}

/* Of two upper bounds SQLite may take the later one, and walk from there to here. */
function publishedBetween(locale: Locale, from: Date, to: Date, now: Date): SQL | undefined {
  const last = Math.min(now.getTime(), to.getTime() - 1)
  return and(visible(locale, new Date(last)), gte(articles.publishedAt, from))
}

type Column = typeof topicTexts.topicId | typeof authorTexts.authorId | typeof sectionTexts.sectionId

/* When the newest article of a list was published; null for an empty one. */
function newestAt(kind: ListKind, id: Column, locale: Locale, now: Date) {
  const newest = reader()
    .select({ at: listings.publishedAt })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(and(listedIn({ kind, refId: id, locale, now }), visible(locale, now)))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(1)
  return sql<Date | null>`(${newest})`.mapWith(listings.publishedAt)
}

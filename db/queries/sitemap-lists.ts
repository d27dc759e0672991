/** Addresses that a sitemap lists beside the articles: sections, topics, authors and standing pages. */
import { and, asc, desc, eq, exists, gt, isNotNull, lte, max, sql } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import {
  articles,
  type authorTexts,
  type ListKind,
  listings,
  pages,
  sections,
  sectionTexts,
  type topicTexts,
} from '#db/schema/tables.ts'
import type { ListedAddress } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { listTexts } from './list-texts.ts'
import { listedIn, visible, visiblePage } from './visible.ts'

/** Every section, and when its newest article was published. */
export async function sectionAddresses(locale: Locale, now = new Date()): Promise<ListedAddress[]> {
  return reader()
    .select({ slug: sectionTexts.slug, newestAt: newestAt('section', sectionTexts.sectionId, locale, now) })
    .from(sectionTexts)
    .innerJoin(sections, eq(sections.id, sectionTexts.sectionId))
    .where(eq(sectionTexts.locale, locale))
    .orderBy(asc(sections.position), asc(sections.id))
}

/** Topics or authors with an id in `(after, upTo]` under which readers see an article. */
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

/** The ranges of `length` ids that hold a topic or an author under which readers see an article, counted from 1. */
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

/** Every published standing page with the time of its last change. */
export async function pageAddresses(locale: Locale): Promise<ListedAddress[]> {
  return reader()
    .select({ slug: pages.slug, newestAt: pages.updatedAt })
    .from(pages)
    .where(and(eq(pages.locale, locale), visiblePage()))
    .orderBy(asc(pages.position), asc(pages.id))
}

type Column = typeof topicTexts.topicId | typeof authorTexts.authorId | typeof sectionTexts.sectionId

/* The time of publication of a list's newest article; null for an empty list. */
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

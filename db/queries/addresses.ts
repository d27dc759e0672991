import { and, asc, eq } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { isRowNumber } from '#db/row-number.ts'
import { articles, authorTexts, pages, redirects, sectionTexts, topicTexts } from '#db/schema/tables.ts'
import type { ArticleAddress } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { visible, visiblePage, withdrawn } from './visible.ts'

/** The address of a story in each language in which it is published. */
export async function articleAddresses(
  storyId: number,
  now = new Date(),
): Promise<Partial<Record<Locale, ArticleAddress>>> {
  if (!isRowNumber(storyId)) return {}
  const [ar, en] = await Promise.all([addressIn('ar', storyId, now), addressIn('en', storyId, now)])
  return { ...(ar ? { ar } : {}), ...(en ? { en } : {}) }
}

async function addressIn(locale: Locale, storyId: number, now: Date): Promise<ArticleAddress | undefined> {
  const [row] = await reader()
    .select({ slug: articles.slug, sectionSlug: sectionTexts.slug })
    .from(articles)
    .innerJoin(...itsStory)
    .innerJoin(...itsSectionTexts(locale))
    .where(and(visible(locale, now), eq(articles.storyId, storyId)))
    .orderBy(asc(articles.id))
    .limit(1)
  return row ? { locale, storyId, ...row } : undefined
}

/**
 * The address of a story in a language where it can be read there; `withdrawn` where it could be once, `elsewhere`
 * where only the other language has it. `articleAnswer` says the same with all that its page shows.
 */
export async function articlePlace(
  locale: Locale,
  storyId: number,
  now = new Date(),
): Promise<ArticleAddress | 'withdrawn' | 'elsewhere' | 'missing'> {
  const addresses = await articleAddresses(storyId, now)
  const own = addresses[locale]
  if (own) return own
  if (isRowNumber(storyId) && (await wasPublished(storyId, locale))) return 'withdrawn'
  return addresses[otherLocale(locale)] ? 'elsewhere' : 'missing'
}

/** The present destination of an old address. */
export type Destination =
  | { kind: 'front'; locale: Locale }
  | { kind: 'article'; address: ArticleAddress }
  | { kind: 'withdrawn'; locale: Locale }
  | { kind: 'section' | 'topic' | 'author' | 'page'; locale: Locale; slug: string }

/**
 * `path` has the form of `redirects`: decoded, NFC, without a trailing slash, with the significant part of the query.
 */
export async function oldAddress(path: string, now = new Date()): Promise<Destination | null> {
  const [row] = await reader()
    .select()
    .from(redirects)
    .where(eq(redirects.path, path))
    .orderBy(asc(redirects.path))
    .limit(1)
  if (!row) return null
  const { locale, target, refId } = row
  if (target === 'front') return { kind: 'front', locale }
  if (target === 'article') {
    const addresses = await articleAddresses(refId, now)
    const address = addresses[locale] ?? addresses[otherLocale(locale)]
    if (address) return { kind: 'article', address }
    return (await wasPublished(refId)) ? { kind: 'withdrawn', locale } : null
  }
  const slug = await slugOf(target, refId, locale)
  return slug === undefined ? null : { kind: target, locale, slug }
}

/* Only an article that readers could once read is gone; a draft was never there. */
async function wasPublished(storyId: number, locale?: Locale): Promise<boolean> {
  const rows = await reader()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.storyId, storyId), locale ? eq(articles.locale, locale) : undefined, withdrawn()))
    .orderBy(asc(articles.id))
    .limit(1)
  return rows.length > 0
}

async function slugOf(
  target: 'section' | 'topic' | 'author' | 'page',
  refId: number,
  locale: Locale,
): Promise<string | undefined> {
  const one = (rows: { slug: string }[]) => rows[0]?.slug
  if (target === 'section') {
    const where = and(eq(sectionTexts.sectionId, refId), eq(sectionTexts.locale, locale))
    return one(
      await reader()
        .select({ slug: sectionTexts.slug })
        .from(sectionTexts)
        .where(where)
        .orderBy(asc(sectionTexts.sectionId)),
    )
  }
  if (target === 'topic') {
    const where = and(eq(topicTexts.topicId, refId), eq(topicTexts.locale, locale))
    return one(
      await reader()
        .select({ slug: topicTexts.slug })
        .from(topicTexts)
        .where(where)
        .orderBy(asc(topicTexts.topicId)),
    )
  }
  if (target === 'author') {
    const where = and(eq(authorTexts.authorId, refId), eq(authorTexts.locale, locale))
    return one(
      await reader()
        .select({ slug: authorTexts.slug })
        .from(authorTexts)
        .where(where)
        .orderBy(asc(authorTexts.authorId)),
    )
  }
  const where = and(eq(pages.id, refId), visiblePage())
  return one(await reader().select({ slug: pages.slug }).from(pages).where(where).orderBy(asc(pages.id)))
}

import { and, asc, eq, exists } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { alias, listings, topicTexts } from '#db/schema/tables.ts'
import type { TopicPage, TopicRef } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { listedPage, twinSlug } from './listing.ts'
import { teasersOf } from './teasers.ts'

const others = alias(topicTexts, 'other_texts')

/** A topic's page, or null when no topic has that slug. */
export async function topicPage(
  locale: Locale,
  slug: string,
  page: number,
  now = new Date(),
): Promise<TopicPage | null> {
  const [row] = await reader()
    .select({
      id: topicTexts.topicId,
      name: topicTexts.name,
      slug: topicTexts.slug,
      description: topicTexts.description,
      otherSlug: others.slug,
    })
    .from(topicTexts)
    .leftJoin(others, and(eq(others.topicId, topicTexts.topicId), eq(others.locale, otherLocale(locale))))
    .where(and(eq(topicTexts.locale, locale), eq(topicTexts.slug, slug)))
    .orderBy(asc(topicTexts.topicId))
    .limit(1)
  if (!row) return null
  const { otherSlug, ...topic } = row
  const { ids, ...rest } = await listedPage('topic', topic.id, locale, page, now)
  const twin = await twinSlug('topic', topic.id, locale, otherSlug, now)
  return { topic, otherSlug: twin, stories: { ...rest, items: await teasersOf(ids, locale) } }
}

/** Every topic with a published article. The caller sorts them by name as the language demands. */
export function topicIndex(locale: Locale): Promise<TopicRef[]> {
  const listed = reader()
    .select({ articleId: listings.articleId })
    .from(listings)
    .where(
      and(eq(listings.kind, 'topic'), eq(listings.refId, topicTexts.topicId), eq(listings.locale, locale)),
    )
  return reader()
    .select({ id: topicTexts.topicId, name: topicTexts.name, slug: topicTexts.slug })
    .from(topicTexts)
    .where(and(eq(topicTexts.locale, locale), exists(listed)))
    .orderBy(asc(topicTexts.name), asc(topicTexts.topicId))
}

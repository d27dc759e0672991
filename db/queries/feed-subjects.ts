import { and, asc, eq } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { authorTexts, sectionTexts, topicTexts } from '#db/schema/tables.ts'
import type { FeedSubject } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

/** The section, topic or author of a slug; null when there is none. */
export async function feedSubject(
  locale: Locale,
  kind: FeedSubject['kind'],
  slug: string,
): Promise<FeedSubject | null> {
  const [row] = await rowsOf(kind, locale, slug)
  return row ? { kind, ...row } : null
}

function rowsOf(kind: FeedSubject['kind'], locale: Locale, slug: string) {
  if (kind === 'section') {
    const { sectionId: id, name, description } = sectionTexts
    return reader()
      .select({ id, name, slug: sectionTexts.slug, description })
      .from(sectionTexts)
      .where(and(eq(sectionTexts.locale, locale), eq(sectionTexts.slug, slug)))
      .orderBy(asc(id))
  }
  if (kind === 'topic') {
    const { topicId: id, name, description } = topicTexts
    return reader()
      .select({ id, name, slug: topicTexts.slug, description })
      .from(topicTexts)
      .where(and(eq(topicTexts.locale, locale), eq(topicTexts.slug, slug)))
      .orderBy(asc(id))
  }
  const { authorId: id, name, bio: description } = authorTexts
  return reader()
    .select({ id, name, slug: authorTexts.slug, description })
    .from(authorTexts)
    .where(and(eq(authorTexts.locale, locale), eq(authorTexts.slug, slug)))
    .orderBy(asc(id))
}

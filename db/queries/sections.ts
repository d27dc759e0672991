import { and, asc, eq } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { alias, sections, sectionTexts } from '#db/schema/tables.ts'
import type { SectionPage } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { listedPage, twinSlug } from './listing.ts'
import { sectionColumns, teasersOf } from './teasers.ts'

const others = alias(sectionTexts, 'other_texts')

/** A section's front in one language, or null when no section has that slug. */
export async function sectionPage(
  locale: Locale,
  slug: string,
  page: number,
  now = new Date(),
): Promise<SectionPage | null> {
  const [row] = await reader()
    .select({ ...sectionColumns, description: sectionTexts.description, otherSlug: others.slug })
    .from(sectionTexts)
    .innerJoin(sections, eq(sections.id, sectionTexts.sectionId))
    .leftJoin(others, and(eq(others.sectionId, sections.id), eq(others.locale, otherLocale(locale))))
    .where(and(eq(sectionTexts.locale, locale), eq(sectionTexts.slug, slug)))
    .orderBy(asc(sections.id))
    .limit(1)
  if (!row) return null
  const { otherSlug, ...section } = row
  const { ids, ...rest } = await listedPage('section', section.id, locale, page, now)
  const twin = await twinSlug('section', section.id, locale, otherSlug, now)
  return { section, otherSlug: twin, stories: { ...rest, items: await teasersOf(ids, locale) } }
}

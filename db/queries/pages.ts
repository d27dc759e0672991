import { and, asc, eq } from 'drizzle-orm'
import { mediaIdsOf } from '#body/body.ts'
import { reader } from '#db/open.ts'
import { alias, pages } from '#db/schema/tables.ts'
import type { StandingPage } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { mediaFiles } from './pictures.ts'
import { visiblePage } from './visible.ts'

const others = alias(pages, 'other_pages')

/** A standing page, or null when no published page has that slug. */
export async function standingPage(locale: Locale, slug: string): Promise<StandingPage | null> {
  const [row] = await reader()
    .select({
      key: pages.key,
      slug: pages.slug,
      title: pages.title,
      body: pages.body,
      updatedAt: pages.updatedAt,
      otherSlug: others.slug,
    })
    .from(pages)
    .leftJoin(
      others,
      and(eq(others.key, pages.key), eq(others.locale, otherLocale(locale)), visiblePage(others)),
    )
    .where(and(eq(pages.locale, locale), eq(pages.slug, slug), visiblePage()))
    .orderBy(asc(pages.id))
    .limit(1)
  return row ? { ...row, ...(await mediaFiles(mediaIdsOf(row.body), locale)) } : null
}

/** Whether a published standing page has that slug. */
export async function hasStandingPage(locale: Locale, slug: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: pages.id })
    .from(pages)
    .where(and(eq(pages.locale, locale), eq(pages.slug, slug), visiblePage()))
    .orderBy(asc(pages.id))
    .limit(1)
  return rows.length > 0
}

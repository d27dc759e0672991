import { and, asc, eq, exists } from 'drizzle-orm'
import { reader } from '#db/open.ts'
import { alias, authors, authorTexts, listings, media } from '#db/schema/tables.ts'
import type { AuthorPage, AuthorRef } from '#db/shapes.ts'
import { type Locale, otherLocale } from '#i18n/locales.ts'
import { listedPage, twinSlug } from './listing.ts'
import { itsMediaTexts, mediaTextColumns, pictureColumns, toPicture } from './pictures.ts'
import { teasersOf } from './teasers.ts'

const others = alias(authorTexts, 'other_texts')

/** An author's page, or null when no author has that slug. */
export async function authorPage(
  locale: Locale,
  slug: string,
  page: number,
  now = new Date(),
): Promise<AuthorPage | null> {
  const [row] = await reader()
    .select({
      id: authors.id,
      name: authorTexts.name,
      slug: authorTexts.slug,
      role: authorTexts.role,
      bio: authorTexts.bio,
      portrait: pictureColumns(media),
      portraitTexts: mediaTextColumns,
      otherSlug: others.slug,
      otherName: others.name,
    })
    .from(authorTexts)
    .innerJoin(authors, eq(authors.id, authorTexts.authorId))
    .leftJoin(media, eq(media.id, authors.portraitId))
    .leftJoin(...itsMediaTexts(locale))
    .leftJoin(others, and(eq(others.authorId, authors.id), eq(others.locale, otherLocale(locale))))
    .where(and(eq(authorTexts.locale, locale), eq(authorTexts.slug, slug)))
    .orderBy(asc(authors.id))
    .limit(1)
  if (!row) return null
  const { otherSlug, portrait, portraitTexts, ...author } = row
  const { ids, ...rest } = await listedPage('author', author.id, locale, page, now)
  const twin = await twinSlug('author', author.id, locale, otherSlug, now)
  return {
    author: { ...author, portrait: toPicture(portrait, portraitTexts) },
    otherSlug: twin,
    stories: { ...rest, items: await teasersOf(ids, locale) },
  }
}

/** All authors with a published article in this language. The caller sorts them by name as the language demands. */
export async function authorIndex(locale: Locale): Promise<(AuthorRef & { role: string })[]> {
  const listed = reader()
    .select({ articleId: listings.articleId })
    .from(listings)
    .where(and(eq(listings.kind, 'author'), eq(listings.refId, authors.id), eq(listings.locale, locale)))
  const rows = await reader()
    .select({
      id: authors.id,
      name: authorTexts.name,
      slug: authorTexts.slug,
      role: authorTexts.role,
      portrait: pictureColumns(media),
    })
    .from(authors)
    .innerJoin(authorTexts, and(eq(authorTexts.authorId, authors.id), eq(authorTexts.locale, locale)))
    .leftJoin(media, eq(media.id, authors.portraitId))
    .where(exists(listed))
    .orderBy(asc(authorTexts.name), asc(authors.id))
  return rows.map(({ portrait, ...author }) => ({ ...author, portrait: toPicture(portrait) }))
}

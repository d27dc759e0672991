import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import { instantValue, prepared, value } from '#db/prepared.ts'
import { articles, breaking, facts, pages, sections, sectionTexts, site } from '#db/schema/tables.ts'
import type { Breaking, Frame, SectionRef, StandingPageRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsSectionTexts, itsStory } from './article-joins.ts'
import { sectionColumns } from './teasers.ts'
import { visible, visiblePage } from './visible.ts'

const siteNames = prepared(db => db.select().from(site).orderBy(asc(site.locale)))

const contactFacts = prepared(db =>
  db
    .select()
    .from(facts)
    .where(inArray(facts.key, ['contact.email', 'contact.phone']))
    .orderBy(asc(facts.key)),
)

const emptySite = { name: 'Arab Press', tagline: '', description: '' }

/**
 * The content that every page of a language shares: the site's names, its sections, standing pages and breaking news.
 */
export async function siteFrame(locale: Locale, now = new Date()): Promise<Frame> {
  const [names, contact, sectionList, pageList, strip] = await Promise.all([
    siteNames().execute(),
    contactFacts().execute(),
    sectionsOf(locale),
    standingPagesOf(locale),
    breakingNews(locale, now),
  ])
  const own = names.find(row => row.locale === locale) ?? emptySite
  const other = names.find(row => row.locale !== locale) ?? emptySite
  const fact = (key: string) => contact.find(row => row.key === key)?.value ?? null
  return {
    locale,
    site: {
      name: own.name,
      tagline: own.tagline,
      description: own.description,
      contact: { email: fact('contact.email'), phone: fact('contact.phone') },
    },
    otherSite: { name: other.name, tagline: other.tagline },
    sections: sectionList,
    pages: pageList,
    breaking: strip,
  }
}

/** The sections in the order of the navigation. */
export async function sectionsOf(locale: Locale): Promise<SectionRef[]> {
  return sectionRows().execute({ locale })
}

const sectionRows = prepared(db =>
  db
    .select(sectionColumns)
    .from(sections)
    .innerJoin(
      sectionTexts,
      and(eq(sectionTexts.sectionId, sections.id), eq(sectionTexts.locale, value('locale'))),
    )
    .orderBy(asc(sections.position), asc(sections.id)),
)

/** Pages from this position on were imported: their old addresses and links lead to them, but no footer lists them. */
export const IMPORTED_PAGE_POSITION = 1000

async function standingPagesOf(locale: Locale): Promise<StandingPageRef[]> {
  return standingPageRows().execute({ locale })
}

const standingPageRows = prepared(db =>
  db
    .select({ key: pages.key, slug: pages.slug, title: pages.title })
    .from(pages)
    .where(and(eq(pages.locale, value('locale')), visiblePage(), lt(pages.position, IMPORTED_PAGE_POSITION)))
    .orderBy(asc(pages.position), asc(pages.id)),
)

async function breakingNews(locale: Locale, now: Date): Promise<Breaking | null> {
  const [row] = await breakingRow().execute({ locale, now: instantValue(now) })
  if (!row) return null
  const { text, at, until, storyId, slug, sectionSlug } = row
  const article =
    storyId !== null && slug !== null && sectionSlug !== null ? { locale, storyId, slug, sectionSlug } : null
  return { id: `${locale}-${at.getTime()}`, text, at, until, article }
}

const breakingRow = prepared(db =>
  db
    .select({
      text: breaking.text,
      at: breaking.at,
      until: breaking.until,
      storyId: articles.storyId,
      slug: articles.slug,
      sectionSlug: sectionTexts.slug,
    })
    .from(breaking)
    .leftJoin(articles, and(eq(articles.storyId, breaking.storyId), visible(value('locale'), value('now'))))
    .leftJoin(...itsStory)
    .leftJoin(...itsSectionTexts(value('locale')))
    .where(
      and(eq(breaking.locale, value('locale')), or(isNull(breaking.until), gt(breaking.until, value('now')))),
    )
    .orderBy(asc(breaking.locale))
    .limit(1),
)

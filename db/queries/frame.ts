import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Locale } from '../../i18n/locales'
import { reader } from '../open'
import { articles, breaking, facts, pages, sections, sectionTexts, site, stories } from '../schema/sqlite'
import type { Breaking, Frame, SectionRef, StandingPageRef } from '../shapes'
import { sectionColumns } from './teasers'
import { visible } from './visible'

const emptySite = { name: 'Arab Press', tagline: '', description: '' }

/** What stands on every page of a language: the site's names, its sections, standing pages and breaking news. */
export async function siteFrame(locale: Locale, now = new Date()): Promise<Frame> {
  const [names, contact, sectionList, pageList, strip] = await Promise.all([
    reader().select().from(site).orderBy(asc(site.locale)),
    reader()
      .select()
      .from(facts)
      .where(inArray(facts.key, ['contact.email', 'contact.phone']))
      .orderBy(asc(facts.key)),
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
export function sectionsOf(locale: Locale): Promise<SectionRef[]> {
  return reader()
    .select(sectionColumns)
    .from(sections)
    .innerJoin(sectionTexts, and(eq(sectionTexts.sectionId, sections.id), eq(sectionTexts.locale, locale)))
    .orderBy(asc(sections.position), asc(sections.id))
}

/** Pages from here on were brought by an import: reached by their old addresses and by links, not from every foot. */
export const IMPORTED_PAGE_POSITION = 1000

function standingPagesOf(locale: Locale): Promise<StandingPageRef[]> {
  return reader()
    .select({ key: pages.key, slug: pages.slug, title: pages.title })
    .from(pages)
    .where(
      and(
        eq(pages.locale, locale),
        eq(pages.status, 'published'),
        lt(pages.position, IMPORTED_PAGE_POSITION),
      ),
    )
    .orderBy(asc(pages.position), asc(pages.id))
}

async function breakingNews(locale: Locale, now: Date): Promise<Breaking | null> {
  const [row] = await reader()
    .select({
      text: breaking.text,
      at: breaking.at,
      until: breaking.until,
      storyId: articles.storyId,
      slug: articles.slug,
      sectionSlug: sectionTexts.slug,
    })
    .from(breaking)
    .leftJoin(articles, and(eq(articles.storyId, breaking.storyId), visible(locale, now)))
    .leftJoin(stories, eq(stories.id, articles.storyId))
    .leftJoin(
      sectionTexts,
      and(eq(sectionTexts.sectionId, stories.sectionId), eq(sectionTexts.locale, locale)),
    )
    .where(and(eq(breaking.locale, locale), or(isNull(breaking.until), gt(breaking.until, now))))
    .orderBy(asc(breaking.locale))
    .limit(1)
  if (!row) return null
  const { text, at, until, storyId, slug, sectionSlug } = row
  const article =
    storyId !== null && slug !== null && sectionSlug !== null ? { locale, storyId, slug, sectionSlug } : null
  return { id: `${locale}-${at.getTime()}`, text, at, until, article }
}

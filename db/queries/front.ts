import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { reader } from '#db/open.ts'
import { articles, frontPlaces, listings, stories } from '#db/schema/tables.ts'
import type { Front, HeadlineItem, SectionRef, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { itsStory } from './article-joins.ts'
import { sectionsOf } from './frame.ts'
import { composeFront } from './front-composition.ts'
import { newest, newestIds } from './listing.ts'
import { headlinesOf, teasersOf } from './teasers.ts'
import { listedIn, visible } from './visible.ts'

const NEWEST = 60
const OF_A_SECTION = 8
const WATCHED_AMONG = 500

/** The front page of a language: curated places first, then the newest, in a fixed number of queries. */
export async function frontPage(locale: Locale, now = new Date()): Promise<Front> {
  const sections = await sectionsOf(locale)
  const [latest, ofSections, curated, watched] = await Promise.all([
    newestIds(locale, now, NEWEST),
    newestOfSections(sections, locale, now),
    curatedPlaces(locale, now),
    newestToWatch(locale, now),
  ])
  const ids = [...latest, ...ofSections, ...curated, ...watched].map(row => row.id)
  const [teasers, headlines] = await Promise.all([
    teasersOf([...new Set(ids)], locale),
    headlinesOf(
      latest.map(row => row.id),
      locale,
    ),
  ])
  const byStory = new Map(teasers.map(teaser => [teaser.storyId, teaser]))
  const pick = (rows: { storyId: number }[]): Teaser[] => rows.flatMap(row => byStory.get(row.storyId) ?? [])
  const place = (name: string) => pick(curated.filter(row => row.place === name))
  return composeFront({
    sections,
    newest: newestTeasers(headlines, byStory),
    headlines,
    ofSection: sectionId => pick(ofSections.filter(row => row.sectionId === sectionId)).sort(newestFirst),
    curated: { lead: place('lead'), second: place('second'), feature: place('feature') },
    watch: pick(watched),
  })
}

/* The rows of a union have no order. */
function newestFirst(a: Teaser, b: Teaser): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || b.storyId - a.storyId
}

function newestTeasers(headlines: HeadlineItem[], byStory: Map<number, Teaser>): Teaser[] {
  return headlines.flatMap(item => byStory.get(item.storyId) ?? [])
}

/** The newest articles of every section, in one statement. */
async function newestOfSections(sections: SectionRef[], locale: Locale, now: Date) {
  const parts = sections.map(section => {
    const newest = reader()
      .select({
        id: articles.id,
        storyId: articles.storyId,
        sectionId: listings.refId,
        publishedAt: listings.publishedAt,
      })
      .from(listings)
      .innerJoin(articles, eq(articles.id, listings.articleId))
      .where(and(listedIn({ kind: 'section', refId: section.id, locale, now }), visible(locale, now)))
      .orderBy(desc(listings.publishedAt), desc(listings.articleId))
      .limit(OF_A_SECTION)
      .as(`section_${section.id}`)
    return reader().select().from(newest)
  })
  const [first, second, ...rest] = parts
  if (!first) return []
  return second ? unionAll(first, second, ...rest) : first
}

function curatedPlaces(locale: Locale, now: Date) {
  return reader()
    .select({ id: articles.id, storyId: articles.storyId, place: frontPlaces.place })
    .from(frontPlaces)
    .innerJoin(articles, and(eq(articles.storyId, frontPlaces.storyId), visible(locale, now)))
    .where(eq(frontPlaces.locale, locale))
    .orderBy(asc(frontPlaces.place), asc(frontPlaces.position))
}

/** Videos and galleries among the newest articles: a newsroom without any must not cost a scan of its whole archive. */
function newestToWatch(locale: Locale, now: Date) {
  const among = newest(reader(), locale, now, WATCHED_AMONG).as('newest')
  return reader()
    .select({ id: articles.id, storyId: articles.storyId })
    .from(among)
    .innerJoin(articles, eq(articles.id, among.id))
    .innerJoin(...itsStory)
    .where(inArray(stories.kind, ['video', 'gallery']))
    .orderBy(desc(articles.publishedAt), desc(articles.storyId))
    .limit(5)
}

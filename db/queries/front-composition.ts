import type { Band, Front, HeadlineItem, SectionRef, Teaser } from '#db/shapes.ts'

export type FrontMaterial = {
  sections: SectionRef[]
  /** Newest first. */
  newest: Teaser[]
  headlines: HeadlineItem[]
  ofSection: (sectionId: number) => Teaser[]
  curated: { lead: Teaser[]; second: Teaser[]; feature: Teaser[] }
  watch: Teaser[]
}

const SECOND = 4
const LEAD_MORE = 3
const BAND = 6
const OPINION = 4
const FEATURE_MORE = 3
const WATCH = 5
/** A lead without a picture is better than one from this morning above the headlines of the evening. */
const LEAD_AMONG = 6

/** Gives every place of the front its story. Curated places win; no story stands in two places. */
export function composeFront({
  sections,
  newest,
  headlines,
  ofSection,
  curated,
  watch,
}: FrontMaterial): Front {
  const used = new Set<number>()
  const take = (candidates: Teaser[], count: number): Teaser[] => {
    const taken: Teaser[] = []
    for (const teaser of candidates) {
      if (taken.length === count) break
      if (used.has(teaser.storyId)) continue
      used.add(teaser.storyId)
      taken.push(teaser)
    }
    return taken
  }
  const news = newest.filter(teaser => teaser.kind !== 'opinion')
  const lead = take([...curated.lead, ...pictured(news), ...news, ...newest], 1)[0] ?? null
  const reservedFeature = curated.feature.find(teaser => !used.has(teaser.storyId)) ?? null
  if (reservedFeature) used.add(reservedFeature.storyId)
  const shown = take(watch, WATCH)
  const second = take([...curated.second, ...oneOfEachSection(news), ...news], SECOND)
  const leadMore = lead ? take(ofSection(lead.section.id), LEAD_MORE) : []
  const opinionSection = sections.find(section => section.glaze === 'opinion')
  const opinion = opinionSection ? take(ofSection(opinionSection.id), OPINION) : []
  const feature = reservedFeature ?? take(news.filter(isFeature).sort(byLength), 1)[0] ?? null
  const featureMore = feature ? take(ofSection(feature.section.id), FEATURE_MORE) : []
  const bands: Band[] = []
  for (const section of sections) {
    if (section.id === opinionSection?.id || section.id === feature?.section.id) continue
    const stories = take(ofSection(section.id), BAND)
    if (stories.length > 0) bands.push({ section, stories })
  }
  const top = new Set([lead, reservedFeature, ...leadMore, ...second].map(story => story?.storyId))
  return {
    lead,
    leadMore,
    second,
    latest: headlines.filter(item => !top.has(item.storyId)),
    bands,
    feature,
    featureMore,
    opinion,
    watch: shown,
    headlines: headlines.filter(item => !used.has(item.storyId)),
  }
}

function pictured(teasers: Teaser[]): Teaser[] {
  return teasers.slice(0, LEAD_AMONG).filter(teaser => teaser.picture)
}

/*
 * The newest story of each section comes before the second newest of any, so that a busy desk does not fill the top
 * alone.
 */
function oneOfEachSection(teasers: Teaser[]): Teaser[] {
  const seen = new Set<number>()
  return teasers.filter(teaser => !seen.has(teaser.section.id) && seen.add(teaser.section.id))
}

const FEATURE_MINUTES = 2

function isFeature(teaser: Teaser): boolean {
  return teaser.picture !== null && teaser.readingMinutes >= FEATURE_MINUTES
}

function byLength(a: Teaser, b: Teaser): number {
  return b.readingMinutes - a.readingMinutes || b.publishedAt.getTime() - a.publishedAt.getTime()
}

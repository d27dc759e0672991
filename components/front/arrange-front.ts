import type { Band, Front, HeadlineItem, MostRead, Teaser } from '#db/shapes.ts'
import { type FrontBlock, layOutFront } from './front-layout.ts'
import { picturedFirst } from './pictured-first.ts'

/** The stories that stand on the front below the lead, and in its lists. */
export type FrontArrangement = {
  blocks: FrontBlock[]
  featureMore: Teaser[]
  latest: HeadlineItem[]
  headlines: HeadlineItem[]
}

/** This many headlines are as tall as the lead; fewer than these would leave a hole below them. */
const LATEST = 11
const FEWEST_LATEST = 8
/** The stories that each grid has room for. */
const ROOM = { trio: 6, row: 4, wide: 5, lists: 3 } as const

/**
 * Arranges the front so that a story has one place, and is named once more at most: in the latest headlines or among the
 * most read, but not next to its place. The breaking strip counts as the latest. What a band has no room for joins the
 * headlines at the foot.
 */
export function arrangeFront(front: Front, mostRead: MostRead, breakingStoryId?: number): FrontArrangement {
  const ranked = new Set([...mostRead.today, ...mostRead.week].map(item => item.storyId))
  const blocks = layOutFront(front, ranked.size > 0).map(block => fitted(block, ranked))
  const feature = blocks.findIndex(({ kind }) => kind === 'feature')
  const featureMore = isShortlyBeforeMostRead(feature, blocks, front)
    ? rankedFirst(front.featureMore, ranked)
    : front.featureMore
  const [below] = blocks
  const named = new Set([breakingStoryId, ...ranked, ...(below ? idsOf(below, front) : [])])
  const newest = front.latest.filter(item => !named.has(item.storyId)).slice(0, LATEST)
  const latest = newest.length < FEWEST_LATEST ? [] : newest
  const shown = new Set([
    ...ranked,
    ...latest.map(item => item.storyId),
    ...blocks.flatMap(block => idsOf(block, front)),
  ])
  const candidates = [...front.headlines, ...front.bands.flatMap(band => band.stories)]
  const headlines = candidates.filter(item => !shown.has(item.storyId)).sort(newestFirst)
  return { blocks, featureMore, latest, headlines }
}

function newestFirst(a: HeadlineItem, b: HeadlineItem): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || b.storyId - a.storyId
}

/* The largest place is never without a picture, so that is looked for before the band is cut. */
function fitted(block: FrontBlock, ranked: Set<number>): FrontBlock {
  const cut = (band: Band, stories: Teaser[], kind: keyof typeof ROOM) => ({
    ...band,
    stories: (kind === 'row' ? stories : picturedFirst(stories)).slice(0, ROOM[kind]),
  })
  if ('band' in block) return { ...block, band: cut(block.band, block.band.stories, block.kind) }
  if (!('bands' in block)) return block
  const besideTheMostRead = (band: Band) => {
    const others = band.stories.filter(story => !ranked.has(story.storyId))
    return block.hasMostRead && others.length > 0 ? others : band.stories
  }
  return { ...block, bands: block.bands.map(band => cut(band, besideTheMostRead(band), 'lists')) }
}

/* So many links at least lie between two that name one story. */
const APART = 3

/* Whether the most read come so soon after a block that its last stories would be named again within a few lines. */
function isShortlyBeforeMostRead(index: number, blocks: readonly FrontBlock[], front: Front): boolean {
  const following = blocks.slice(index + 1)
  const mostRead = following.findIndex(each => each.kind === 'lists' && each.hasMostRead)
  if (index < 0 || mostRead < 0) return false
  return following.slice(0, mostRead).flatMap(each => idsOf(each, front)).length < APART
}

function rankedFirst(stories: Teaser[], ranked: Set<number>): Teaser[] {
  const isRanked = ({ storyId }: Teaser) => ranked.has(storyId)
  return [...stories.filter(isRanked), ...stories.filter(story => !isRanked(story))]
}

function idsOf(block: FrontBlock, front: Front): number[] {
  return storiesOf(block, front).map(story => story.storyId)
}

function storiesOf(block: FrontBlock, front: Front): Teaser[] {
  switch (block.kind) {
    case 'trio':
    case 'row':
    case 'wide':
      return block.band.stories
    case 'lists':
      return block.bands.flatMap(band => band.stories)
    case 'opinion':
      return front.opinion
    case 'watch':
      return front.watch
    case 'feature':
      return front.feature ? [front.feature, ...front.featureMore] : []
  }
}

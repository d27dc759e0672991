import { frontPage } from '#db/queries/front.ts'
import { latestStories } from '#db/queries/headlines.ts'
import type { Front, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

type Choice = {
  locale: Locale
  /** Stories published after this moment, and up to now. */
  since: Date
  now: Date
  most: number
}

/* Of more than these, the last are not on the front and would not be chosen. */
const NEWEST = 60

/**
 * The stories of an edition: published since the one before, in the order of the front, and after those the newest that
 * have no place there.
 */
export async function chooseStories({ locale, since, now, most }: Choice): Promise<Teaser[]> {
  const [front, newest] = await Promise.all([frontPage(locale, now), latestStories(locale, NEWEST, now)])
  const chosen = new Map<number, Teaser>()
  for (const story of [...inFrontOrder(front), ...newest])
    if (story.publishedAt > since && story.publishedAt <= now && !chosen.has(story.storyId))
      chosen.set(story.storyId, story)
  return [...chosen.values()].slice(0, most)
}

/* The newest of each section come before the second of any: an edition is about everything that happened. */
function inFrontOrder(front: Front): Teaser[] {
  const { lead, second, feature, bands, leadMore, opinion, watch, featureMore } = front
  const rows = Math.max(0, ...bands.map(({ stories }) => stories.length))
  const acrossSections = Array.from({ length: rows }, (_, row) =>
    bands.flatMap(({ stories }) => stories[row] ?? []),
  ).flat()
  return [
    ...(lead ? [lead] : []),
    ...second,
    ...(feature ? [feature] : []),
    ...acrossSections,
    ...leadMore,
    ...opinion,
    ...featureMore,
    ...watch,
  ]
}

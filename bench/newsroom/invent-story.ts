import type { StoryKind } from '#db/shapes.ts'
import type { ArticleDraft } from '#domain/editorial/publishing/article-draft.ts'
import { type Locale, localeList } from '#i18n/locales.ts'
import type { Catalogue } from './catalogue.ts'
import {
  composeBody,
  composeCorrection,
  composeHeadline,
  composeStandfirst,
  lengthInWords,
} from './compose.ts'
import { Dice } from './dice.ts'

/** The article of a story in one language, and what the desk did with it. */
export type InventedArticle = {
  locale: Locale
  draft: ArticleDraft
  authorIds: number[]
  createdAt: Date
  /** A second revision, saved before publication: one article in ten. */
  revised: { draft: ArticleDraft; at: Date } | null
  publishedAt: Date
  /** One article in fifty. */
  correction: { text: string; at: Date } | null
}

export type InventedStory = {
  id: number
  sectionId: number
  kind: StoryKind
  leadMediaId: number | null
  topicIds: number[]
  createdAt: Date
  articles: InventedArticle[]
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const YEARS = 8
/** The newest stories are spread over the last day, the others evenly over the years before. */
const OF_THE_LAST_DAY = 30

/** Invents the story with this number, from 1 to `count`. The same newsroom and moment give the same story. */
export function inventStory(id: number, count: number, catalogue: Catalogue, now: Date): InventedStory {
  const dice = new Dice(id)
  const section = dice.pick(catalogue.sections)
  const isGallery = !section.isOpinion && dice.chance(0.03)
  const publishedAt = timeOf(id, count, now)
  const createdAt = new Date(publishedAt.getTime() - (1 + dice.below(20)) * HOUR_MS)
  return {
    id,
    sectionId: section.id,
    kind: section.isOpinion ? 'opinion' : isGallery ? 'gallery' : 'news',
    leadMediaId: dice.chance(0.9) ? dice.pick(catalogue.pictures) : null,
    topicIds: dice.some(catalogue.topics, 1 + dice.below(4)),
    createdAt,
    articles: inventArticles({ id, isGallery, createdAt, publishedAt }, catalogue, dice, now),
  }
}

type Story = { id: number; isGallery: boolean; createdAt: Date; publishedAt: Date }

function inventArticles(story: Story, catalogue: Catalogue, dice: Dice, now: Date): InventedArticle[] {
  const words = lengthInWords(dice)
  const pictures = story.isGallery
    ? dice.some(catalogue.pictures, 4 + dice.below(4))
    : dice.chance(0.12)
      ? [dice.pick(catalogue.pictures)]
      : []
  const authorIds = dice.some(catalogue.authors, dice.chance(0.15) ? 2 : 1)
  const first = dice.below(2)
  return localeList.map((locale, index) => {
    const later = index === first ? 0 : (5 + dice.below(115)) * 60_000
    const publishedAt = new Date(Math.min(story.publishedAt.getTime() + later, now.getTime()))
    const createdAt = new Date(story.createdAt.getTime() + later)
    const link = story.id > 1 && dice.chance(0.5) ? `/a/${1 + dice.below(story.id - 1)}` : null
    const material = { words, pictures, isGallery: story.isGallery, link }
    const draft = {
      headline: composeHeadline(locale, dice),
      standfirst: composeStandfirst(locale, dice),
      body: composeBody(locale, material, dice),
    }
    const isRevised = dice.chance(0.1)
    const revised = isRevised
      ? { draft: withNewStandfirst(draft, locale, dice), at: halfway(createdAt, publishedAt) }
      : null
    const correction = dice.chance(0.02)
      ? {
          text: composeCorrection(locale, dice),
          at: new Date(Math.min(publishedAt.getTime() + 3 * HOUR_MS, now.getTime())),
        }
      : null
    return { locale, draft, authorIds, createdAt, revised, publishedAt, correction }
  })
}

function withNewStandfirst(draft: ArticleDraft, locale: Locale, dice: Dice): ArticleDraft {
  return { ...draft, standfirst: composeStandfirst(locale, dice) }
}

function timeOf(id: number, count: number, now: Date): Date {
  const fromNewest = count - id
  const ofLastDay = Math.min(OF_THE_LAST_DAY, count)
  const ago =
    fromNewest < ofLastDay
      ? ((fromNewest + 0.5) / ofLastDay) * DAY_MS
      : DAY_MS + ((fromNewest - ofLastDay + 1) / (count - ofLastDay)) * YEARS * 365 * DAY_MS
  return new Date(Math.floor((now.getTime() - ago) / 1000) * 1000)
}

function halfway(from: Date, to: Date): Date {
  return new Date(Math.floor((from.getTime() + to.getTime()) / 2000) * 1000)
}

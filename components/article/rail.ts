import type { BlockNode, ListItem } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import type { Article } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'

/** Headlines of the rail with the most-read list: beside the article, and the rest below the related stories. */
export const HEADLINES = 50
/* A very long article is heavy enough. Pictures fill its rail: they weigh less than old headlines, and are newer. */
const BESIDE_A_LONG_ONE = 20
const LONG = 3500
/* Headlines that should be left: the height of the text is a guess, and it grows faster than theirs in larger type. */
const LEFT = 12
const LEFT_OF_A_LONG_ONE = 8

export type Rail = {
  /** The number of latest headlines. */
  headlines: number
  /** The first of them with a picture: headlines alone would end long before a very long article does. */
  pictured: number
  /** Where there is no room beside the article, the most-read list stands below everything else. */
  hasMostRead: boolean
}

type Measured = Pick<Article, 'body' | 'lead' | 'locale'>

/* Heights in CSS pixels on a page of 1440, which follow from the tokens. */
const HEADLINE = 62
const PICTURE = 290
const MOST_READ = { ar: 430, en: 430 }
/* The newsletter's box below the text. */
const OFFER = 240
/* The list in the narrowest rail, beside a text that may be lower than it was taken for. */
const ROOM_FOR_MOST_READ = 800

/**
 * The parts of the rail beside an article, from the estimated height of its text. The browser decides how many headlines
 * fit: the rest flow on below the related stories.
 */
export function railOf(
  article: Measured,
  { ranked, available, hasOffer = false }: { ranked: number; available: number; hasOffer?: boolean },
): Rail {
  const text = heightOf(article)
  const height = text + (hasOffer ? OFFER : 0)
  const isLong = text > LONG
  const headlines = Math.min(available, isLong ? BESIDE_A_LONG_ONE : HEADLINES - ranked)
  const left = isLong ? LEFT_OF_A_LONG_ONE : LEFT
  const filled = (ranked > 0 ? MOST_READ[article.locale] : 0) + Math.max(0, headlines - left) * HEADLINE
  const pictured = Math.floor((height - filled) / PICTURE)
  return {
    headlines,
    pictured: Math.min(headlines, Math.max(0, pictured)),
    hasMostRead: ranked > 0 && height >= ROOM_FOR_MOST_READ,
  }
}

/* Measured on the pages of the demonstration newsroom. */
const type = {
  ar: { line: 39, characters: 79, gap: 20, heading: 68, quote: 56 },
  en: { line: 30, characters: 74, gap: 22, heading: 58, quote: 46 },
} as const
const LEAD = 530
const PICTURED_BLOCK = 430
const ROW = 42
/* Topics below the text, and corrections. */
const REST = 70

/** The height of an article below its headline, within a tenth. */
export function heightOf({ body, lead, locale }: Measured): number {
  const heights = body.content.map(node => blockHeight(node, type[locale]))
  return heights.reduce((sum, each) => sum + each, (lead ? LEAD : 0) + REST)
}

function blockHeight(
  node: BlockNode,
  { line, characters, gap, heading, quote }: (typeof type)[Locale],
): number {
  const lines = (node: BlockNode | ListItem, width: number = characters) =>
    Math.ceil(textOf(node).length / width)
  switch (node.type) {
    case 'figure':
    case 'gallery':
    case 'video':
    case 'embed':
      return PICTURED_BLOCK
    case 'heading':
      return lines(node) * heading
    case 'pullQuote':
      return lines(node, characters / 2) * quote + 110
    case 'table':
      return node.content.length * ROW + 70
    case 'bulletList':
    case 'orderedList':
      return node.content.reduce<number>((sum, item) => sum + lines(item) * line + 7, gap)
    default:
      return lines(node) * line + gap
  }
}

import { textOf } from '#body/plain-text.ts'
import type { Article } from '#db/shapes.ts'

const MOST = 50
const FEWEST = 12
/* The most-read list takes the room of this many headlines. */
const MOST_READ = 6

/* Heights on a wide page in CSS pixels; they follow from the tokens. */
const LINE = { ar: 39, en: 30 } as const
const CHARACTERS_A_LINE = { ar: 72, en: 68 } as const
const BLOCK_GAP = 22
const FIGURE = 480
const LEAD = 540
const HEADLINE = 66

/**
 * Number of latest headlines that fit beside an article, estimated from the text's length: a list that is much longer
 * than the text leaves half the page empty. The most-read list, where there is one, stands above them. On a narrow
 * page the list follows the article.
 */
export function headlinesBeside(
  article: Pick<Article, 'body' | 'lead' | 'locale'>,
  hasMostRead: boolean,
): number {
  const { body, lead, locale } = article
  const heights = body.content.map(node => {
    if (node.type === 'figure' || node.type === 'gallery' || node.type === 'video') return FIGURE
    return Math.ceil(textOf(node).length / CHARACTERS_A_LINE[locale]) * LINE[locale] + BLOCK_GAP
  })
  const height = heights.reduce((sum, each) => sum + each, lead ? LEAD : 0)
  const lines = Math.min(MOST, Math.max(FEWEST, Math.floor(height / HEADLINE)))
  return hasMostRead ? lines - MOST_READ : lines
}

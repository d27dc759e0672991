import type { Footnote, InlineNode, Mark } from '#body/body.ts'
import { markRuns } from '#body/mark-runs.ts'
import { element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { isolatedRuns } from '#i18n/isolated-runs.ts'
import { type Direction, directionOf } from '#i18n/text-direction.ts'
import { absoluteUrl } from './absolute-url.ts'

/** Direction of a text, base of the site's own paths, and numbers of footnotes. */
export type TextContext = {
  direction: Direction
  siteUrl: string
  footnotes: ReadonlyMap<Footnote, number>
}

/** The text of a block. Neighbours that share a mark share its element. */
export function inlinesHtml(nodes: readonly InlineNode[] | undefined, context: TextContext): Markup {
  return nodes ? markupFrom(nodes, 0, context) : markup()
}

/** A plain text. Runs of the other direction get elements of their own. */
export function textHtml(text: string, direction: Direction): Markup {
  const runs = isolatedRuns(text, direction === 'rtl' || undefined)
  return markup(runs.map(run => (run.isIsolated ? element('bdi', { dir: 'ltr' }, run.text) : run.text)))
}

/* `depth` marks of every node are written already, around all of them. */
function markupFrom(nodes: readonly InlineNode[], depth: number, context: TextContext): Markup {
  return markup(
    markRuns(nodes, depth).map(({ mark, nodes: run }) => {
      if (!mark) return run.map(node => leafHtml(node, context))
      const direction = directionInside(mark, context.direction)
      return markHtml(mark, markupFrom(run, depth + 1, { ...context, direction }), context)
    }),
  )
}

/* A feed reader shows many articles in one page, so the number of a note is no link. */
function leafHtml(node: InlineNode, { direction, footnotes }: TextContext): Markup {
  if (node.type === 'hardBreak') return emptyElement('br')
  if (node.type === 'footnote') return element('sup', {}, `[${footnotes.get(node) ?? ''}]`)
  return textHtml(node.text, direction)
}

function directionInside(mark: Mark, around: Direction): Direction {
  if (mark.type === 'foreign') return directionOf(mark.attrs.lang)
  return mark.type === 'code' ? 'ltr' : around
}

function markHtml(mark: Mark, content: Markup, { siteUrl }: TextContext): Markup {
  switch (mark.type) {
    case 'link':
      return element('a', { href: absoluteUrl(mark.attrs.href, siteUrl) }, content)
    case 'foreign':
      return element('span', { lang: mark.attrs.lang, dir: directionOf(mark.attrs.lang) }, content)
    case 'code':
      return element('code', { dir: 'ltr' }, content)
    default:
      return element(ELEMENTS[mark.type], {}, content)
  }
}

const ELEMENTS = { bold: 'strong', italic: 'em', strike: 's', subscript: 'sub', superscript: 'sup' } as const

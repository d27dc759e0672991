import type { Footnote, InlineNode } from '#body/body.ts'
import { type DrawnInline, type DrawnMark, directionInside, isolatedInlines } from '#body/isolated-inlines.ts'
import { markRuns } from '#body/mark-runs.ts'
import { type Content, element, emptyElement, type Markup, markup } from '#domain/distribution/xml/markup.ts'
import { isolatedRuns, isolatedSpans, needsOverride } from '#i18n/isolated-runs.ts'
import { type Direction, directionOf } from '#i18n/text-direction.ts'
import { absoluteUrl } from './absolute-url.ts'

/** Direction of a text, base of the site's own paths, and numbers of footnotes. */
export type TextContext = {
  direction: Direction
  siteUrl: string
  footnotes: ReadonlyMap<Footnote, number>
}

const rules = { isolatedSpans, directionOf }

/** The text of a block. Neighbours that share a mark share its element. */
export function inlinesHtml(nodes: readonly InlineNode[] | undefined, context: TextContext): Markup {
  return nodes ? markupFrom(isolatedInlines(nodes, context.direction, rules), 0, context) : markup()
}

/** A plain text. Runs of the other direction get elements of their own. */
export function textHtml(text: string, direction: Direction): Markup {
  const runs = isolatedRuns(text, direction)
  return markup(runs.map(run => (run.isIsolated ? isolateHtml(run.text, run.direction, run.text) : run.text)))
}

function isolateHtml(run: string, dir: Direction, content: Content): Markup {
  return element(needsOverride(run, dir) ? 'bdo' : 'bdi', { dir }, content)
}

/* `depth` marks of every node are written already, around all of them. */
function markupFrom(nodes: readonly DrawnInline[], depth: number, context: TextContext): Markup {
  return markup(
    markRuns<DrawnMark, DrawnInline>(nodes, depth).map(({ mark, nodes: run }) => {
      if (!mark) return run.map(node => leafHtml(node, context))
      return markHtml(mark, directionInside(mark, run, rules), markupFrom(run, depth + 1, context), context)
    }),
  )
}

/* A feed reader shows many articles in one page, so the number of a note is no link. */
function leafHtml(node: DrawnInline, { footnotes }: TextContext): Content {
  if (node.type === 'hardBreak') return emptyElement('br')
  if (node.type === 'footnote') return element('sup', {}, `[${footnotes.get(node.note) ?? ''}]`)
  return node.text
}

function markHtml(
  mark: DrawnMark,
  dir: Direction | undefined,
  content: Markup,
  { siteUrl }: TextContext,
): Markup {
  switch (mark.type) {
    case 'run':
      return isolateHtml(mark.attrs.text, mark.attrs.direction, content)
    case 'link':
      return element('a', { href: absoluteUrl(mark.attrs.href, siteUrl), dir }, content)
    case 'foreign':
      return element('span', { lang: mark.attrs.lang, dir }, content)
    case 'code':
      return element('code', { dir }, content)
    default:
      return element(ELEMENTS[mark.type], {}, content)
  }
}

const ELEMENTS = { bold: 'strong', italic: 'em', strike: 's', subscript: 'sub', superscript: 'sup' } as const

import { Fragment, type ReactNode } from 'react'
import type { Footnote, InlineNode } from '#body/body.ts'
import { type DrawnInline, type DrawnMark, directionInside, isolatedInlines } from '#body/isolated-inlines.ts'
import { markRuns } from '#body/mark-runs.ts'
import { isolate } from '#components/bidi/isolated.tsx'
import { unbrokenDays } from '#components/bidi/unbroken.ts'
import { isolatedSpans } from '#i18n/isolated-runs.ts'
import { type Direction, directionOf } from '#i18n/text-direction.ts'
import type { BodyContext } from './body-context.ts'
import { markId, noteId } from './note-ids.ts'

/** The context in which the text of a block is rendered: its direction, and the numbers of footnotes. */
export type InlineContext = Pick<BodyContext, 'direction' | 'footnotes' | 't'>

const rules = { isolatedSpans, directionOf }

/**
 * The text of a block, in a paragraph of this direction. Neighbours that share a mark share its element: a link stays
 * one link when a word in it is bold.
 */
export function renderInlines(nodes: readonly InlineNode[] | undefined, context: InlineContext): ReactNode {
  return nodes ? renderFrom(isolatedInlines(nodes, context.direction, rules), 0, context) : null
}

/* `depth` marks of every node are rendered already, around all of them. */
function renderFrom(nodes: readonly DrawnInline[], depth: number, context: InlineContext): ReactNode[] {
  return markRuns<DrawnMark, DrawnInline>(nodes, depth).map(({ mark, nodes: run }, index) => {
    const key = String(index)
    if (!mark)
      return (
        <Fragment key={key}>{run.map((node, place) => renderLeaf(node, String(place), context))}</Fragment>
      )
    return renderMark(mark, key, directionInside(mark, run, rules), renderFrom(run, depth + 1, context))
  })
}

function renderLeaf(node: DrawnInline, key: string, context: InlineContext): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type === 'footnote') return renderMarkOf(node.note, key, context)
  return <Fragment key={key}>{unbrokenDays(node.text)}</Fragment>
}

function renderMarkOf(footnote: Footnote, key: string, { footnotes, t }: InlineContext): ReactNode {
  const number = footnotes.get(footnote)
  if (number === undefined) return null
  return (
    <sup key={key} className="note-mark">
      <a
        id={markId(number)}
        href={`#${noteId(number)}`}
        role="doc-noteref"
        dir="ltr"
        aria-label={t('footnote', { number })}
      >
        {t('footnoteMark', { number })}
      </a>
    </sup>
  )
}

function renderMark(
  mark: DrawnMark,
  key: string,
  dir: Direction | undefined,
  children: ReactNode,
): ReactNode {
  switch (mark.type) {
    case 'run':
      return isolate(mark.attrs.text, mark.attrs.direction, key, children)
    case 'link':
      return (
        <a key={key} href={mark.attrs.href} rel={relOf(mark.attrs.href)} dir={dir}>
          {children}
        </a>
      )
    case 'foreign':
      return (
        <span key={key} lang={mark.attrs.lang} dir={dir}>
          {children}
        </span>
      )
    case 'bold':
      return <strong key={key}>{children}</strong>
    case 'italic':
      return <em key={key}>{children}</em>
    case 'strike':
      return <s key={key}>{children}</s>
    case 'subscript':
      return <sub key={key}>{children}</sub>
    case 'superscript':
      return <sup key={key}>{children}</sup>
    case 'code':
      return (
        <code key={key} dir={dir} translate="no">
          {children}
        </code>
      )
  }
}

/** The `rel` of a link: pages elsewhere get no handle on ours. Links within the site need none. */
export function relOf(href: string): string | undefined {
  return /^https?:/i.test(href) ? 'noopener' : undefined
}

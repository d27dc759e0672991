import { Fragment, type ReactNode } from 'react'
import type { Footnote, InlineNode, Mark } from '#body/body.ts'
import { markRuns } from '#body/mark-runs.ts'
import { textOf } from '#body/plain-text.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { type Direction, directionOf } from '#i18n/text-direction.ts'
import type { BodyContext } from './body-context.ts'
import { markId, noteId } from './note-ids.ts'

/** The context in which the text of a block is rendered: its direction, and the numbers of footnotes. */
export type InlineContext = Pick<BodyContext, 'direction' | 'footnotes' | 't'>

/**
 * The text of a block, in a paragraph of this direction. Neighbours that share a mark share its element: a link stays
 * one link when a word in it is bold.
 */
export function renderInlines(nodes: readonly InlineNode[] | undefined, context: InlineContext): ReactNode {
  return nodes ? renderFrom(nodes, 0, context) : null
}

/* `depth` marks of every node are rendered already, around all of them. */
function renderFrom(nodes: readonly InlineNode[], depth: number, context: InlineContext): ReactNode[] {
  return markRuns(nodes, depth).map(({ mark, nodes: run }, index) => {
    const key = String(index)
    if (mark) {
      const own = ownDirection(mark, run)
      return renderMark(
        mark,
        key,
        own,
        renderFrom(run, depth + 1, own ? { ...context, direction: own } : context),
      )
    }
    return <Fragment key={key}>{run.map((node, place) => renderLeaf(node, String(place), context))}</Fragment>
  })
}

function renderLeaf(node: InlineNode, key: string, context: InlineContext): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type === 'footnote') return renderMarkOf(node, key, context)
  /* A piece without Arabic letters, such as a figure in bold, is Arabic text where the paragraph is. */
  return <Fragment key={key}>{isolated(node.text, context.direction === 'rtl' || undefined)}</Fragment>
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

/** The direction inside a mark, if it sets one. A telephone number runs from left to right; the words «call us» do not. */
function ownDirection(mark: Mark, nodes: InlineNode[]): Direction | undefined {
  if (mark.type === 'foreign') return directionOf(mark.attrs.lang)
  if (mark.type === 'code') return 'ltr'
  if (mark.type !== 'link' || !mark.attrs.href.startsWith('tel:')) return undefined
  return nodes.some(node => /\p{L}/u.test(textOf(node))) ? undefined : 'ltr'
}

function renderMark(mark: Mark, key: string, dir: Direction | undefined, children: ReactNode): ReactNode {
  switch (mark.type) {
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

import { Fragment, type ReactNode } from 'react'
import type { InlineNode, Mark } from '../../db/body'
import { isolated } from '../bidi/isolated'
import { directionOf } from './text-direction'

/** The text of a block. Neighbours that share a mark share its element: a link stays one link when a word in it is bold. */
export function drawInlines(nodes: readonly InlineNode[] | undefined): ReactNode {
  return nodes ? drawFrom(nodes, 0) : null
}

/* `depth` marks of every node are drawn already, around all of them. */
function drawFrom(nodes: readonly InlineNode[], depth: number): ReactNode[] {
  return runsOf(nodes, depth).map(({ mark, nodes: run }, index) => {
    const key = String(index)
    if (mark) return drawMark(mark, key, drawFrom(run, depth + 1))
    return <Fragment key={key}>{run.map(drawLeaf)}</Fragment>
  })
}

function drawLeaf(node: InlineNode, index: number): ReactNode {
  const key = String(index)
  return node.type === 'hardBreak' ? <br key={key} /> : <Fragment key={key}>{isolated(node.text)}</Fragment>
}

type Run = { mark: Mark | undefined; nodes: InlineNode[] }

function runsOf(nodes: readonly InlineNode[], depth: number): Run[] {
  const runs: Run[] = []
  for (const node of nodes) {
    const mark = node.marks?.[depth]
    const last = runs.at(-1)
    if (last && isSame(last.mark, mark)) last.nodes.push(node)
    else runs.push({ mark, nodes: [node] })
  }
  return runs
}

/* Bodies are kept in canonical form, so equal marks are equal text. */
function isSame(a: Mark | undefined, b: Mark | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function drawMark(mark: Mark, key: string, children: ReactNode): ReactNode {
  switch (mark.type) {
    case 'link':
      return (
        <a key={key} href={mark.attrs.href} rel={relOf(mark.attrs.href)}>
          {children}
        </a>
      )
    case 'foreign':
      return (
        <span key={key} lang={mark.attrs.lang} dir={directionOf(mark.attrs.lang)}>
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
        <code key={key} dir="ltr" translate="no">
          {children}
        </code>
      )
  }
}

/** What a link elsewhere may not learn or reach. Links of the site need nothing. */
export function relOf(href: string): string | undefined {
  return /^https?:/i.test(href) ? 'noopener' : undefined
}

import type { BlockNode, Body, InlineNode, Mark } from './body.ts'

type Loose = { type: string; content?: Loose[] }

/** Replaces every node of a body by the result of `change`, inner nodes first. */
export function mapBody(body: Body, change: (node: BlockNode | InlineNode) => BlockNode | InlineNode): Body {
  const visit = (node: Loose): Loose => {
    const inner = node.content ? { ...node, content: node.content.map(visit) } : node
    return change(inner as BlockNode | InlineNode)
  }
  return { ...body, content: body.content.map(block => visit(block) as BlockNode) }
}

/** Replaces the addresses of links in texts and around pictures. */
export function mapLinks(body: Body, change: (href: string) => string): Body {
  const changed = (mark: Mark): Mark =>
    mark.type === 'link' ? { type: 'link', attrs: { href: change(mark.attrs.href) } } : mark
  return mapBody(body, node => {
    if (node.type === 'figure' && node.attrs.href) {
      return { ...node, attrs: { ...node.attrs, href: change(node.attrs.href) } }
    }
    if (node.type !== 'text' && node.type !== 'hardBreak') return node
    return node.marks ? ({ ...node, marks: node.marks.map(changed) } as InlineNode) : node
  })
}

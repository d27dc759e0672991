import type { BlockNode, Body, InlineNode, Mark } from './body.ts'

type Loose = { type: string; content?: Loose[] }

/** The blocks of a body with every node replaced by what `change` makes of it, from the inside out. */
export function mapBody(body: Body, change: (node: BlockNode | InlineNode) => BlockNode | InlineNode): Body {
  const visit = (node: Loose): Loose => {
    const inner = node.content ? { ...node, content: node.content.map(visit) } : node
    return change(inner as BlockNode | InlineNode)
  }
  return { ...body, content: body.content.map(block => visit(block) as BlockNode) }
}

/** A body with other addresses in its links, of texts and of pictures. */
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

type TextHolder = { type: string; text?: string; content?: readonly TextHolder[] }

/** The words of a node and of everything in it. */
export function textOf(node: TextHolder): string {
  if (node.text !== undefined) return node.text
  return (node.content ?? [])
    .map(textOf)
    .join(node.type === 'tableCell' || node.type === 'listItem' ? ' ' : '')
}

/** Neighbours that share the mark at one depth, or have none there. */
export type MarkRun<Mark, Node> = { mark: Mark | undefined; nodes: Node[] }

/**
 * The text of a block, cut where the mark at this depth changes: marks are nested, outermost first, so that a link
 * stays one link when a word in it is bold.
 */
export function markRuns<Mark, Node extends { marks?: Mark[] }>(
  nodes: readonly Node[],
  depth: number,
): MarkRun<Mark, Node>[] {
  const runs: MarkRun<Mark, Node>[] = []
  for (const node of nodes) {
    const mark = node.marks?.[depth]
    const last = runs.at(-1)
    if (last && isSameMark(last.mark, mark)) last.nodes.push(node)
    else runs.push({ mark, nodes: [node] })
  }
  return runs
}

/** Whether two marks are equal. Bodies are kept in canonical form, so equal marks are equal text. */
export function isSameMark<Mark>(a: Mark | undefined, b: Mark | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

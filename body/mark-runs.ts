import type { InlineNode, Mark } from './body.ts'

/** Neighbours that share the mark at one depth, or have none there. */
export type MarkRun = { mark: Mark | undefined; nodes: InlineNode[] }

/**
 * The text of a block, cut where the mark at this depth changes: marks are nested, outermost first, so that a link
 * stays one link when a word in it is bold.
 */
export function markRuns(nodes: readonly InlineNode[], depth: number): MarkRun[] {
  const runs: MarkRun[] = []
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

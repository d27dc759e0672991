import type { Footnote, InlineNode, Mark } from './body.ts'
import { isSameMark } from './mark-runs.ts'
import { textOf } from './plain-text.ts'

type Direction = 'rtl' | 'ltr'
type IsolatedSpan = { from: number; to: number; direction: Direction }

/** The rules of directions, which a body does not know by itself. */
export type DirectionRules = {
  /** The runs of a text that go against its direction, in order. */
  isolatedSpans: (text: string, direction: Direction) => IsolatedSpan[]
  /** The direction of a language. */
  directionOf: (lang: string) => Direction
}

/** Stands around a run that goes against the direction of its block, and around the marks inside it. */
type RunMark = { type: 'run'; attrs: { direction: Direction; text: string; from: number } }

export type DrawnMark = Mark | RunMark

/** An inline node as it is drawn. */
export type DrawnInline =
  | { type: 'text'; text: string; marks?: DrawnMark[] }
  | { type: 'hardBreak'; marks?: DrawnMark[] }
  | { type: 'footnote'; note: Footnote; marks?: DrawnMark[] }

/* An element with a direction of its own, and a footnote, are one sign to the text around them. */
const ONE_SIGN = '\ufffc'

/**
 * The text of a block with a mark around each run that goes against its direction. A run is found in the text as a
 * whole: «**BBC** News» and «iPhone **17**» are one run each, with the bold inside.
 */
export function isolatedInlines(
  nodes: readonly InlineNode[],
  direction: Direction,
  rules: DirectionRules,
  depth = 0,
): DrawnInline[] {
  const pieces = piecesOf(nodes, rules, depth)
  const text = pieces.map(piece => piece.text).join('')
  const spans = rules.isolatedSpans(text, direction)
  let at = 0
  const cut = pieces.flatMap(piece => {
    const from = at
    at += piece.text.length
    if (piece.ownDirection)
      return [{ from, nodes: isolatedInlines(piece.nodes, piece.ownDirection, rules, piece.depth) }]
    return piece.nodes.flatMap(node => cutAt(spans, node, from))
  })
  for (const span of spans) encloseRun(cut, span, text, depth)
  return cut.flatMap(piece => piece.nodes)
}

/**
 * The direction inside a mark, if it sets one. A telephone number runs from left to right; the words «call us» do not.
 */
export function directionInside(
  mark: DrawnMark,
  nodes: readonly { type: string; text?: string }[],
  { directionOf }: Pick<DirectionRules, 'directionOf'>,
): Direction | undefined {
  if (mark.type === 'run') return mark.attrs.direction
  if (mark.type === 'foreign') return directionOf(mark.attrs.lang)
  if (mark.type === 'code') return 'ltr'
  if (mark.type !== 'link' || !mark.attrs.href.startsWith('tel:')) return undefined
  return nodes.some(node => /\p{L}/u.test(textOf(node))) ? undefined : 'ltr'
}

type Piece = { text: string; nodes: InlineNode[]; ownDirection?: Direction; depth: number }

/* Neighbours inside a mark that sets a direction are one piece. */
function piecesOf(nodes: readonly InlineNode[], rules: DirectionRules, depth: number): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < nodes.length; ) {
    const { direction, inside, to } = ownDirectionAt(nodes, from, rules, depth)
    const taken = nodes.slice(from, to)
    pieces.push(
      direction
        ? { text: ONE_SIGN, nodes: taken, ownDirection: direction, depth: inside }
        : { text: taken.map(signsOf).join(''), nodes: taken, depth },
    )
    from = to
  }
  return pieces
}

function ownDirectionAt(nodes: readonly InlineNode[], from: number, rules: DirectionRules, depth: number) {
  const marks = nodes[from]?.marks ?? []
  for (let place = depth; place < marks.length; place++) {
    const mark = marks[place]
    const isShared = (node: InlineNode) =>
      marks.slice(0, place + 1).every((own, index) => isSameMark(own, node.marks?.[index]))
    let to = from
    while (to < nodes.length && isShared(nodes[to] as InlineNode)) to++
    const direction = mark && directionInside(mark, nodes.slice(from, to), rules)
    if (direction) return { direction, inside: place + 1, to }
  }
  return { direction: undefined, inside: depth, to: from + 1 }
}

function signsOf(node: InlineNode): string {
  if (node.type === 'text') return node.text
  return node.type === 'hardBreak' ? '\n' : ONE_SIGN
}

type Cut = { from: number; nodes: DrawnInline[] }

function cutAt(spans: readonly IsolatedSpan[], node: InlineNode, from: number): Cut[] {
  if (node.type === 'footnote') return [{ from, nodes: [{ type: 'footnote', note: node }] }]
  if (node.type === 'hardBreak') return [{ from, nodes: [{ ...node }] }]
  const to = from + node.text.length
  const edges = spans.flatMap(span => [span.from, span.to]).filter(edge => edge > from && edge < to)
  const places = [from, ...edges, to]
  return places.slice(0, -1).map((start, index) => ({
    from: start,
    nodes: [{ ...node, text: node.text.slice(start - from, (places[index + 1] ?? to) - from) }],
  }))
}

/* The run goes inside the marks that all of it shares, and around the others. */
function encloseRun(cut: Cut[], { from, to, direction }: IsolatedSpan, text: string, depth: number): void {
  const inRun = cut.filter(piece => piece.from >= from && piece.from < to).flatMap(piece => piece.nodes)
  const first = inRun[0]?.marks ?? []
  let shared = depth
  while (
    shared < first.length &&
    inRun.every(node => node.marks?.[shared] && isSameMark(node.marks[shared], first[shared]))
  )
    shared++
  const mark: RunMark = { type: 'run', attrs: { direction, text: text.slice(from, to), from } }
  for (const node of inRun)
    node.marks = [...(node.marks ?? []).slice(0, shared), mark, ...(node.marks ?? []).slice(shared)]
}

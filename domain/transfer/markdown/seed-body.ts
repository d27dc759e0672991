import type { BlockNode, Body, InlineNode } from '#body/body.ts'

/** A picture, video or other file that a body names before it has a row: a file of the story's folder, or art to be drawn. */
export type MediaReference =
  | { kind: 'picture'; file: string }
  | { kind: 'picture'; art: Record<string, string> }
  | { kind: 'video' | 'audio' | 'file'; file: string }

/**
 * A body as a seed folder holds it. In `body`, media are numbered from 1 in the order in which they are named, so
 * that n stands for `media[n - 1]`, and links to stories read `story:key`.
 */
export type SeedBody = { body: Body; media: MediaReference[] }

/** Parameters of art besides its seed, as `::figure{art=...}` and `picture: { art: ... }` take them. */
export const ART_PARAMETERS = ['glaze', 'style', 'family', 'tiling', 'shape', 'scale', 'turn'] as const

export type MarkdownMistake = { line: number; message: string }

/** The story key of a link `story:key`, or null. */
export function storyKeyOf(href: string): string | null {
  return href.startsWith('story:') ? href.slice('story:'.length) : null
}

/** Renumbers the media of a node, for `mapBody`. */
export function renumbered(
  node: BlockNode | InlineNode,
  number: (media: number) => number,
): BlockNode | InlineNode {
  const other = (media: number | null) => (media === null ? null : number(media))
  switch (node.type) {
    case 'figure':
      return { ...node, attrs: { ...node.attrs, media: other(node.attrs.media) } }
    case 'video':
      return {
        ...node,
        attrs: { ...node.attrs, media: other(node.attrs.media), poster: other(node.attrs.poster) },
      }
    case 'embed':
      return { ...node, attrs: { ...node.attrs, poster: other(node.attrs.poster) } }
    case 'audio':
      return { ...node, attrs: { ...node.attrs, media: other(node.attrs.media) } }
    case 'file':
      return { ...node, attrs: { ...node.attrs, media: other(node.attrs.media) } }
    default:
      return node
  }
}

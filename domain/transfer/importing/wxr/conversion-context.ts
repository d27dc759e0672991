import type { BlockNode } from '#body/body.ts'
import type { InlineContext } from './html-inline.ts'
import type { HtmlNode } from './html-node.ts'

export type FoundPicture = { media: number | null; source: string | null }

/** The rest of the export, as far as the conversion of one text needs it. */
export type ConversionContext = InlineContext & {
  /** The picture at an address: its row, or null and the address when its file is missing. */
  picture: (url: string) => FoundPicture
  /** The row of a video file; null when it was not among the uploads. */
  video: (url: string) => number | null
  /** An attachment, by its id in WordPress. */
  attachment: (id: string) => { url: string; alt: string; caption: string } | undefined
  /** Ids of all pictures attached to the item, for a gallery that lists none. */
  ownPictures: () => string[]
}

/** Adds the conversion of nested blocks: table cells, quotations and list items contain blocks again. */
export type BlockContext = ConversionContext & { blocksOf: (nodes: HtmlNode[]) => BlockNode[] }

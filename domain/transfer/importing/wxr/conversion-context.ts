import type { BlockNode } from '#body/body.ts'
import type { InlineContext } from './html-inline.ts'
import type { HtmlNode } from './html-node.ts'

export type FoundPicture = { media: number | null; source: string | null }

/** What the conversion of one text needs to know about the rest of the export. */
export type ConversionContext = InlineContext & {
  /** The picture at an address: its row, or null and the address itself when its file is missing. */
  picture: (url: string) => FoundPicture
  /** Our row of a video file, when it was among the uploads. */
  video: (url: string) => number | null
  /** The address of an attachment by its number in WordPress. */
  attachment: (id: string) => { url: string; alt: string; caption: string } | undefined
  /** All pictures attached to the item, for a gallery that names none. */
  ownPictures: () => string[]
}

/** With the conversion of nested blocks: a cell, a quotation or an item of a list holds blocks again. */
export type BlockContext = ConversionContext & { blocksOf: (nodes: HtmlNode[]) => BlockNode[] }

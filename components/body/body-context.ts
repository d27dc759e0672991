import type { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BlockNode, Footnote, Heading } from '#body/body.ts'
import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Direction } from '#i18n/text-direction.ts'

/** The facts that rendering needs besides the node itself. */
export type BodyContext = {
  locale: Locale
  /** Of the text that is drawn, which a quotation in another language turns. */
  direction: Direction
  pictures: ReadonlyMap<number, Picture>
  videos: ReadonlyMap<number, VideoFile>
  attachments: ReadonlyMap<number, Attachment>
  headingIds: ReadonlyMap<Heading, string>
  /** Numbers of the footnotes, from 1 in the order of reading. */
  footnotes: ReadonlyMap<Footnote, number>
  /** Whose art it is where a picture is drawn and names nobody; none where the page does not say. */
  siteName: string | null
  t: ReturnType<typeof useTranslations<'body'>>
  /** Editors see which picture an import could not find; readers see the caption alone. */
  isForEditors: boolean
  /** Renders what stands inside a block. It comes with the context, so that no module imports in a circle. */
  renderBlocks: (nodes: readonly BlockNode[], context: BodyContext) => ReactNode[]
}

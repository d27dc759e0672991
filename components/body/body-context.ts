import type { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BlockNode, Footnote, Heading } from '#body/body.ts'
import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Direction } from '#i18n/text-direction.ts'

/** Everything that rendering functions need besides the node itself. */
export type BodyContext = {
  locale: Locale
  /** Direction of the text at this place. A quotation in another language changes it. */
  direction: Direction
  pictures: ReadonlyMap<number, Picture>
  videos: ReadonlyMap<number, VideoFile>
  attachments: ReadonlyMap<number, Attachment>
  headingIds: ReadonlyMap<Heading, string>
  /** Numbers of the footnotes, from 1 in the order of reading. */
  footnotes: ReadonlyMap<Footnote, number>
  /** The credit of the house's own art where a picture names nobody; null leaves the credit out. */
  siteName: string | null
  t: ReturnType<typeof useTranslations<'body'>>
  /** Editors see the names of pictures that an import could not find; readers see the caption alone. */
  isForEditors: boolean
  /** Renders the blocks inside a block. The context carries it, so that no modules import each other in a circle. */
  renderBlocks: (nodes: readonly BlockNode[], context: BodyContext) => ReactNode[]
}

import { useTranslations } from 'next-intl'
import { type Body, footnotesOf } from '#body/body.ts'
import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { directionOf } from '#i18n/text-direction.ts'
import styles from './BodyText.module.css'
import type { BodyContext } from './body-context.ts'
import { EndMark } from './EndMark.tsx'
import { headingIds } from './heading-ids.ts'
import { needsExtraStyle } from './needs-extra-style.ts'
import { renderBlocks } from './render-blocks.tsx'
import { renderFootnotes } from './render-footnotes.tsx'

type Props = {
  body: Body
  pictures: ReadonlyMap<number, Picture>
  videos: ReadonlyMap<number, VideoFile>
  attachments: ReadonlyMap<number, Attachment>
  /** The language of the text, which is not always that of the page around it. */
  locale: Locale
  /** Address of extra-blocks.css. Only a body that needs it links it. */
  extraStyle: string
  /** The credit of the house's own art. */
  siteName?: string
  /** An article that ends with words ends with a star; a page about the house does not. */
  hasEndMark?: boolean
  isForEditors?: boolean
}

/** A body for readers. Plain functions render its blocks: a long article has hundreds, and components would cost more. */
export function BodyText(props: Props) {
  const {
    body,
    pictures,
    videos,
    attachments,
    extraStyle,
    locale,
    siteName = null,
    hasEndMark = false,
    isForEditors = false,
  } = props
  const t = useTranslations('body')
  const footnotes = footnotesOf(body)
  const context: BodyContext = {
    locale,
    direction: directionOf(locale),
    pictures,
    videos,
    attachments,
    footnotes: new Map(footnotes.map((footnote, index) => [footnote, index + 1])),
    headingIds: headingIds(body),
    siteName,
    t,
    isForEditors,
    renderBlocks,
  }
  return (
    <div className={styles.text}>
      {needsExtraStyle(body) && <link rel="stylesheet" href={extraStyle} precedence="extra" />}
      {renderBlocks(body.content, context, hasEndMark ? <EndMark /> : null)}
      {renderFootnotes(footnotes, context)}
    </div>
  )
}

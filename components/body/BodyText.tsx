import { useTranslations } from 'next-intl'
import type { Body } from '#body/body.ts'
import type { Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { directionOf } from '#i18n/text-direction.ts'
import styles from './BodyText.module.css'
import { EndMark } from './EndMark.tsx'
import { headingIds } from './heading-ids.ts'
import { renderBlocks } from './render-blocks.tsx'

type Props = {
  body: Body
  pictures: ReadonlyMap<number, Picture>
  videos: ReadonlyMap<number, VideoFile>
  /** The language of the text, which is not always that of the page around it. */
  locale: Locale
  /** Signs the art of the house. */
  siteName?: string
  /** An article ends with a star; a page about the house does not. */
  hasEndMark?: boolean
  isForEditors?: boolean
}

/** A body as it is read. The blocks are drawn by plain functions: a long article has hundreds of them. */
export function BodyText(props: Props) {
  const { body, pictures, videos, locale, siteName = null, hasEndMark = false, isForEditors = false } = props
  const t = useTranslations('body')
  const context = {
    locale,
    direction: directionOf(locale),
    pictures,
    videos,
    headingIds: headingIds(body),
    siteName,
    t,
    isForEditors,
    renderBlocks,
  }
  const endsWithWords = body.content.at(-1)?.type === 'paragraph'
  return (
    <div className={styles.text}>
      {renderBlocks(body.content, context, hasEndMark ? <EndMark /> : null)}
      {hasEndMark && !endsWithWords && (
        <p>
          <EndMark />
        </p>
      )}
    </div>
  )
}

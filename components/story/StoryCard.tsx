import type { Teaser } from '../../db/shapes'
import type { Locale } from '../../i18n/locales'
import { articlePath } from '../../i18n/paths'
import { isolated } from '../bidi/isolated'
import { Label } from './Label'
import { Picture } from './Picture'
import { PictureTag } from './PictureTag'
import styles from './StoryCard.module.css'
import { Summary } from './Summary'

type Props = {
  story: Teaser
  locale: Locale
  level?: 2 | 3
  /** The section above the headline; a band that is one section says it once. */
  label?: boolean
  summary?: boolean
  picture?: boolean
  /** On a narrow page: a row with a small picture. */
  row?: boolean
  /** A small headline and nothing else of weight. */
  brief?: boolean
  ratio?: 'wide' | 'standard'
  sizes?: string
  priority?: boolean
}

/** A story in a column: it takes its size from the width of the column. The headline is the one link, and the whole card leads there. */
export function StoryCard({
  story,
  locale,
  level = 3,
  label = true,
  summary = true,
  picture = true,
  row,
  brief,
  ratio = 'standard',
  sizes = '(min-width: 64em) 24rem, (min-width: 48em) 45vw, calc(100vw - 2rem)',
  priority,
}: Props) {
  const { section, kind } = story
  const Heading = `h${level}` as const
  const shownPicture = picture ? story.picture : null
  return (
    <article
      className={styles.card}
      data-section={section.glaze}
      data-row={row && shownPicture ? '' : undefined}
      data-brief={brief ? '' : undefined}
    >
      <div className={styles.inner} data-pictured={shownPicture ? '' : undefined}>
        {shownPicture && (
          <div className={styles.picture}>
            <Picture picture={shownPicture} sizes={sizes} ratio={ratio} priority={priority} alt="">
              <PictureTag kind={kind} />
            </Picture>
          </div>
        )}
        <div className={styles.words}>
          {label && <Label section={section} />}
          <Heading className={styles.headline}>
            <a href={articlePath(locale, { ...story, sectionSlug: section.slug })}>
              {isolated(story.headline)}
            </a>
          </Heading>
          {summary && !brief && <Summary>{isolated(story.standfirst)}</Summary>}
        </div>
      </div>
    </article>
  )
}

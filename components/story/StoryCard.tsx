import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { Label } from './Label.tsx'
import styles from './StoryCard.module.css'
import { StoryPicture } from './StoryPicture.tsx'
import { Summary } from './Summary.tsx'

type Props = {
  story: Teaser
  locale: Locale
  level?: 2 | 3
  /** The section above the headline; a band that is one section says it once. */
  label?: boolean
  summary?: boolean
  picture?: boolean
  /** A story without a picture shows its section's tiles: among neighbours that have theirs, a gap would look torn. */
  tiles?: boolean
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
  tiles = false,
  row,
  brief,
  ratio = 'standard',
  sizes = '(min-width: 64em) 24rem, (min-width: 48em) 45vw, calc(100vw - 2rem)',
  priority,
}: Props) {
  const { section } = story
  const Heading = `h${level}` as const
  const isPictured = picture && (tiles || story.picture !== null)
  return (
    <article
      className={styles.card}
      data-section={section.glaze}
      data-row={row && isPictured ? '' : undefined}
      data-brief={brief ? '' : undefined}
    >
      <div className={styles.inner} data-pictured={isPictured ? '' : undefined}>
        {isPictured && (
          <div className={styles.picture}>
            <StoryPicture story={story} sizes={sizes} ratio={ratio} priority={priority} />
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

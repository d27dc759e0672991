import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { headlineId } from './headline-id.ts'
import { Label } from './Label.tsx'
import styles from './StoryCard.module.css'
import { StoryPicture } from './StoryPicture.tsx'
import { Summary } from './Summary.tsx'

type Props = {
  story: Teaser
  locale: Locale
  level?: 2 | 3
  /** Shows the section above the headline; the band of a single section names it once instead. */
  label?: boolean
  summary?: boolean
  picture?: boolean
  /** Shows the section's tiles for a story without a picture, so that there is no gap among pictures. */
  tiles?: boolean
  /** Becomes a row with a small picture on a narrow page. */
  row?: boolean
  /** Its picture grows with the room that a taller column beside it leaves. */
  fill?: boolean
  /** Shows little more than a small headline. */
  brief?: boolean
  ratio?: 'wide' | 'standard'
  sizes?: string
  priority?: boolean
}

/** A story in a column, sized by the column's width. The headline is its only link, and the whole card is clickable. */
export function StoryCard({
  story,
  locale,
  level = 3,
  label = true,
  summary = true,
  picture = true,
  tiles = false,
  row,
  fill,
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
      aria-labelledby={headlineId(story)}
      data-section={section.glaze}
      data-row={row && isPictured ? '' : undefined}
      data-fill={fill && isPictured ? '' : undefined}
      data-brief={brief ? '' : undefined}
    >
      <div className={styles.inner} data-pictured={isPictured ? '' : undefined}>
        {isPictured && (
          <div className={styles.picture}>
            <StoryPicture
              story={story}
              sizes={sizes}
              ratio={ratio}
              fill={fill}
              small={!priority}
              priority={priority}
            />
          </div>
        )}
        <div className={styles.words}>
          {label && <Label section={section} locale={locale} />}
          <Heading id={headlineId(story)} className={styles.headline}>
            <a href={articlePath(locale, { ...story, sectionSlug: section.slug })}>
              {isolated(story.headline, locale)}
            </a>
          </Heading>
          {summary && !brief && <Summary>{isolated(story.standfirst, locale)}</Summary>}
        </div>
      </div>
    </article>
  )
}

import type { ReactNode } from 'react'
import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { Headline } from './Headline.tsx'
import { headlineId } from './headline-id.ts'
import { Label } from './Label.tsx'
import { StoryPicture } from './StoryPicture.tsx'
import styles from './StoryRow.module.css'
import { StoryTime } from './StoryTime.tsx'
import { Summary } from './Summary.tsx'

type Props = {
  story: Teaser
  locale: Locale
  level?: 2 | 3
  /** Shows the section, for a list of several sections. */
  label?: boolean
  /** Shows the section's tiles for a story without a picture, so that the pictures form a column. */
  tiles?: boolean
  /** Replaces the story's own headline with one that has marked words. */
  headline?: ReactNode
  summary?: ReactNode
}

/** A story in a list: time, headline, summary and a small picture. */
export function StoryRow({ story, locale, level = 2, label, tiles, headline, summary }: Props) {
  const { section } = story
  return (
    <article className={styles.row} aria-labelledby={headlineId(story)} data-section={section.glaze}>
      <div className={styles.words}>
        {label && <Label section={section} locale={locale} />}
        <Headline
          id={headlineId(story)}
          level={level}
          size="m"
          href={articlePath(locale, { ...story, sectionSlug: section.slug })}
        >
          {headline ?? isolated(story.headline, locale)}
        </Headline>
        <div className={styles.summary}>
          <Summary>{summary ?? isolated(story.standfirst, locale)}</Summary>
        </div>
      </div>
      <p className={styles.time}>
        <StoryTime at={story.publishedAt} locale={locale} />
      </p>
      {(tiles || story.picture) && (
        <div className={styles.picture}>
          <StoryPicture story={story} sizes="(min-width: 48em) 12rem, 6.5rem" ratio="standard" />
        </div>
      )}
    </article>
  )
}

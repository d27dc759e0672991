import { Fragment } from 'react'
import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { listParts } from '#i18n/numbers.ts'
import { headlineId } from './headline-id.ts'
import styles from './OpinionCard.module.css'
import { Portrait } from './Portrait.tsx'
import { StoryTime } from './StoryTime.tsx'
import { Summary } from './Summary.tsx'

type Props = {
  story: Teaser
  locale: Locale
  level?: 2 | 3
  /** Puts the portrait above the words on a wide page. */
  stacked?: boolean
  /** The piece at the top of the opinion page. */
  size?: 'lead'
  /** Shows the day, where the pieces of months stand below each other. */
  dated?: boolean
}

/** An opinion piece. It belongs to its author, so portrait and name come before the headline. */
export function OpinionCard({ story, locale, level = 3, stacked, size, dated }: Props) {
  const { authors, section } = story
  const Heading = `h${level}` as const
  const names = listParts(
    authors.map(author => author.name),
    locale,
  )
  const portrait = authors.find(author => author.portrait)?.portrait ?? null
  return (
    <article
      className={styles.card}
      aria-labelledby={headlineId(story)}
      data-section={section.glaze}
      data-stacked={stacked ? '' : undefined}
      data-size={size}
      data-portrait={portrait ? '' : undefined}
    >
      <Portrait picture={portrait} size={stacked || size === 'lead' ? 'large' : 'small'} />
      <div className={styles.words}>
        {names.length > 0 && (
          <p className={styles.author}>
            {names.map(({ type, value }, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one list, which never moves
              type === 'element' ? <Fragment key={index}>{isolated(value, locale)}</Fragment> : value,
            )}
          </p>
        )}
        <Heading id={headlineId(story)} className={styles.headline}>
          <a href={articlePath(locale, { ...story, sectionSlug: section.slug })}>
            {isolated(story.headline, locale)}
          </a>
        </Heading>
        <Summary>{isolated(story.standfirst, locale)}</Summary>
        {dated && (
          <p className={styles.time}>
            <StoryTime at={story.publishedAt} locale={locale} />
          </p>
        )}
      </div>
    </article>
  )
}

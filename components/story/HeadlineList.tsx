import { articlePath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import type { HeadlineItem, Teaser } from '#db/shapes.ts'
import { formatClock } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './HeadlineList.module.css'
import { headlineTime } from './headline-time.ts'
import { StoryPicture } from './StoryPicture.tsx'

type Props = {
  items: HeadlineItem[]
  /** Those of them that show a picture. */
  pictured?: Teaser[]
  locale: Locale
  /** Sets the list in columns. */
  many?: boolean
  /** A heading names the day of all headlines, so they show only the clock time. */
  oneDay?: boolean
  /** The story in the breaking strip. */
  breakingStoryId?: number
  /** Marks each line and its picture, so that the edge can choose among them. */
  isMarked?: boolean
}

/* One function with plain elements: this list is on every page, and a component per line would be half of its cost. */
export function HeadlineList({
  items,
  pictured = [],
  locale,
  many,
  oneDay,
  breakingStoryId,
  isMarked = false,
}: Props) {
  const now = new Date()
  const lines = items.map(item => ({
    item,
    time: oneDay
      ? { text: formatClock(item.publishedAt), isToday: true }
      : headlineTime(item.publishedAt, now, locale),
  }))
  const stories = new Map(pictured.map(story => [story.storyId, story]))
  return (
    <ol className={styles.list} data-many={many ? '' : undefined}>
      {lines.map(({ item, time }) => {
        const story = stories.get(item.storyId)
        const picture = story && (
          <div className={styles.picture}>
            <StoryPicture story={story} sizes="26rem" ratio="standard" small />
          </div>
        )
        const line = (
          <li
            key={item.storyId}
            data-section={item.section.glaze}
            data-breaking={item.storyId === breakingStoryId ? '' : undefined}
            data-day={time.isToday ? undefined : ''}
          >
            {isMarked && picture ? <shared-part name="picture">{picture}</shared-part> : picture}
            <time dateTime={item.publishedAt.toISOString()}>{time.text}</time>
            <a href={articlePath(locale, { ...item, sectionSlug: item.section.slug })}>
              {isolated(item.headline, locale)}
            </a>
          </li>
        )
        return isMarked ? (
          <shared-part key={item.storyId} name="story" story={item.storyId}>
            {line}
          </shared-part>
        ) : (
          line
        )
      })}
    </ol>
  )
}

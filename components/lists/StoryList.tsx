import type { ReactNode } from 'react'
import { hasPictures } from '#components/story/has-pictures.ts'
import { StoryRow } from '#components/story/StoryRow.tsx'
import type { Page, Teaser } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import { EmptyNote } from './EmptyNote.tsx'
import { ListHeader } from './ListHeader.tsx'
import { Pagination } from './Pagination.tsx'
import styles from './StoryList.module.css'

type Head = { header: ReactNode } | { title: string; label?: string; description?: string }

type Props = Head & {
  stories: Page<Teaser>
  /** Text in place of an empty list. */
  empty: string
  path: string
  locale: Locale
  /** A wider list that this one belongs to. */
  more?: { href: string; name: string }
}

/** A list of stories, newest first, in pages. */
export function StoryList(props: Props) {
  const { stories, empty, path, locale, more } = props
  const { items, page, hasNext } = stories
  const tiles = hasPictures(items)
  return (
    <div className={styles.list}>
      {'header' in props ? props.header : <ListHeader {...props} />}
      {items.length > 0 ? (
        <div className={styles.stories}>
          {items.map(story => (
            <StoryRow key={story.storyId} story={story} locale={locale} label tiles={tiles} />
          ))}
          <Pagination path={path} page={page} hasNext={hasNext} />
        </div>
      ) : (
        <EmptyNote>{empty}</EmptyNote>
      )}
      {more && (
        <p className={styles.more}>
          <a href={more.href}>{more.name}</a>
        </p>
      )}
    </div>
  )
}

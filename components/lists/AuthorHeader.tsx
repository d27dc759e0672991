import { useLocale } from 'next-intl'
import { isolated } from '#components/bidi/isolated.tsx'
import { Portrait } from '#components/story/Portrait.tsx'
import type { AuthorPage } from '#db/shapes.ts'
import styles from './AuthorHeader.module.css'

/** The author of the stories below: portrait, name, role and biography. */
export function AuthorHeader({ author }: { author: AuthorPage['author'] }) {
  const locale = useLocale()
  return (
    <header className={styles.header}>
      <Portrait picture={author.portrait} size="large" />
      <div className={styles.words}>
        <h1 className={styles.name}>{isolated(author.name, locale)}</h1>
        {author.role && <p className={styles.role}>{isolated(author.role, locale)}</p>}
        {author.bio && <p className={styles.bio}>{isolated(author.bio, locale)}</p>}
      </div>
    </header>
  )
}

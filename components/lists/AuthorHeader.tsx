import { Portrait } from '#components/story/Portrait.tsx'
import type { AuthorPage } from '#db/shapes.ts'
import styles from './AuthorHeader.module.css'

/** The author of the stories below: portrait, name, role and biography. */
export function AuthorHeader({ author }: { author: AuthorPage['author'] }) {
  return (
    <header className={styles.header}>
      <Portrait picture={author.portrait} size="large" />
      <div className={styles.words}>
        <h1 className={styles.name}>
          <bdi>{author.name}</bdi>
        </h1>
        {author.role && <p className={styles.role}>{author.role}</p>}
        {author.bio && <p className={styles.bio}>{author.bio}</p>}
      </div>
    </header>
  )
}

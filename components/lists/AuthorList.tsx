import { authorPath } from '#addresses/paths.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { Portrait } from '#components/story/Portrait.tsx'
import type { AuthorRef } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import styles from './AuthorList.module.css'

type Props = { authors: (AuthorRef & { role: string })[]; locale: Locale }

/** All authors. */
export function AuthorList({ authors, locale }: Props) {
  return (
    <ul className={styles.authors}>
      {authors.map(author => (
        <li key={author.id} className={styles.author}>
          <Portrait picture={author.portrait} />
          <div>
            <h2 className={styles.name}>
              <a href={authorPath(locale, author.slug)}>{isolated(author.name, locale)}</a>
            </h2>
            {author.role && <p className={styles.role}>{isolated(author.role, locale)}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

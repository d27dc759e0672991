import { useTranslations } from 'next-intl'
import { pagedPath } from '#addresses/paths.ts'
import styles from './Pagination.module.css'

type Props = {
  path: string
  page: number
  hasNext: boolean
  /** Names of the two links, for a list that is not in chronological order. */
  previous?: string
  next?: string
}

/** Links to the previous and next page of a list. The pages are never counted: readers only need the next one. */
export function Pagination({ path, page, hasNext, previous, next }: Props) {
  const t = useTranslations('pagination')
  if (page === 1 && !hasNext) return null
  const last = hasNext ? page + 1 : page
  const first = Math.max(1, page - 2)
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <nav className={styles.pagination} aria-label={t('label')}>
      {page > 1 && (
        <a rel="prev" href={pagedPath(path, page - 1)}>
          {previous ?? t('newer')}
        </a>
      )}
      {numbers.map(number =>
        number === page ? (
          <span key={number} aria-current="page">
            {number}
          </span>
        ) : (
          <a key={number} href={pagedPath(path, number)} aria-label={t('page', { page: String(number) })}>
            {number}
          </a>
        ),
      )}
      {hasNext && (
        <a rel="next" href={pagedPath(path, page + 1)}>
          {next ?? t('older')}
        </a>
      )}
    </nav>
  )
}

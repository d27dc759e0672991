import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { isolated } from '#components/bidi/isolated.tsx'
import styles from './ListHeader.module.css'

type Props = {
  title: string
  /** For a long title such as a date, which would fill a small screen in the largest type. */
  long?: boolean
  label?: string
  description?: string
  children?: ReactNode
}

/** The head of a list page: its title, and a sentence about it. */
export function ListHeader({ title, long, label, description, children }: Props) {
  const locale = useLocale()
  return (
    <header className={styles.header}>
      {label && <p className={styles.label}>{label}</p>}
      <h1 className={styles.title} data-long={long ? '' : undefined}>
        {isolated(title, locale)}
      </h1>
      {description && <p className={styles.description}>{isolated(description, locale)}</p>}
      {children}
    </header>
  )
}

import type { ReactNode } from 'react'
import styles from './ListHeader.module.css'

type Props = { title: string; label?: string; description?: string; children?: ReactNode }

/** The head of a page that lists stories: what it lists, and a sentence about it. */
export function ListHeader({ title, label, description, children }: Props) {
  return (
    <header className={styles.header}>
      {label && <p className={styles.label}>{label}</p>}
      <h1 className={styles.title}>
        <bdi>{title}</bdi>
      </h1>
      {description && <p className={styles.description}>{description}</p>}
      {children}
    </header>
  )
}

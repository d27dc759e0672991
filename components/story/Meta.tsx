import type { ReactNode } from 'react'
import styles from './words.module.css'

/** A row of small facts: author, date, reading time. */
export function Meta({ children }: { children: ReactNode }) {
  return <p className={styles.meta}>{children}</p>
}

import type { ReactNode } from 'react'
import styles from './EmptyNote.module.css'

/** The note in place of an empty list. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>
}

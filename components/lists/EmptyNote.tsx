import type { ReactNode } from 'react'
import styles from './EmptyNote.module.css'

/** Says that a list has nothing in it yet. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>
}

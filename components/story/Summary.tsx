import type { ReactNode } from 'react'
import styles from './words.module.css'

/** A summary in the small type of a card. */
export function Summary({ children }: { children: ReactNode }) {
  return children ? <p className={styles.summary}>{children}</p> : null
}

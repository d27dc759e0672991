import type { ReactNode } from 'react'
import styles from './words.module.css'

/** Small facts beside each other: who, when, how long. */
export function Meta({ children }: { children: ReactNode }) {
  return <p className={styles.meta}>{children}</p>
}

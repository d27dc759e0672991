import type { ReactNode } from 'react'
import styles from './words.module.css'

/** The standfirst under a headline. A story may have none. */
export function Standfirst({ children }: { children: ReactNode }) {
  return children ? <p className={styles.standfirst}>{children}</p> : null
}

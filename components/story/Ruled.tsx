import type { ReactNode } from 'react'
import styles from './Ruled.module.css'

/** Stories under each other with hairlines between them. */
export function Ruled({ children }: { children: ReactNode }) {
  return <div className={styles.ruled}>{children}</div>
}

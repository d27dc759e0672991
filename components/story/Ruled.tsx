import type { ReactNode } from 'react'
import styles from './Ruled.module.css'

/** Stories in a stack with hairlines between them. */
export function Ruled({ children }: { children: ReactNode }) {
  return <div className={styles.ruled}>{children}</div>
}

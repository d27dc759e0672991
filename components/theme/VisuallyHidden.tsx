import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

type Props = { id?: string; children: ReactNode }

/** Words for those who listen to the page; in place for everybody else is something that can be seen. */
export function VisuallyHidden({ id, children }: Props) {
  return (
    <span className={styles.hidden} id={id}>
      {children}
    </span>
  )
}

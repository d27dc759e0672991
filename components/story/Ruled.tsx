import type { ReactNode } from 'react'
import styles from './Ruled.module.css'

type Props = {
  /** What takes up the room that a taller column beside this one leaves: the picture of the first, or the spaces. */
  fill?: 'picture' | 'space'
  children: ReactNode
}

/** Items below each other with hairlines between them. */
export function Ruled({ fill, children }: Props) {
  return (
    <div className={styles.ruled} data-fill={fill}>
      {children}
    </div>
  )
}

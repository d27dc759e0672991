import type { ReactNode } from 'react'
import styles from './Ruled.module.css'

type Props = {
  /** The part that takes up the room which a taller column beside this one leaves: the first picture, or the spaces. */
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

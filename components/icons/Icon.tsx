import type { ReactNode } from 'react'
import styles from './Icon.module.css'

type Props = { solid?: boolean; children: ReactNode }

/** A drawing of 24 by 24, hidden from assistive technology: the element around it carries the name. */
export function Icon({ solid, children }: Props) {
  return (
    <svg
      className={solid ? styles.solid : styles.line}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

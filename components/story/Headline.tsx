import type { ReactNode } from 'react'
import styles from './Headline.module.css'

type Props = {
  level?: 1 | 2 | 3
  size?: 'lead' | 'xl' | 'l' | 'm' | 's'
  href?: string
  /** Names the article that this headline belongs to. */
  id?: string
  children: ReactNode
}

export function Headline({ level = 3, size = 'l', href, id, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <Heading id={id} className={styles.headline} data-size={size}>
      {href ? <a href={href}>{children}</a> : children}
    </Heading>
  )
}

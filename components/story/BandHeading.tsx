import type { ReactNode } from 'react'
import styles from './BandHeading.module.css'

type Props = {
  id?: string
  title: ReactNode
  /** Link to more of the same; `name` is its text. */
  more?: { href: string; name: ReactNode }
  /** Draws a thin line above, for a list among others. */
  thin?: boolean
  level?: 2 | 3
  /** Content between the title and the link, or at the end of the line. */
  children?: ReactNode
}

/** The heading line of a band, in the glaze of its section. */
export function BandHeading({ id, title, more, thin, level = 2, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.heading} data-thin={thin ? '' : undefined}>
      <Heading id={id}>{title}</Heading>
      {children}
      {more && (
        <a href={more.href}>
          <span>{more.name}</span>
        </a>
      )}
    </div>
  )
}

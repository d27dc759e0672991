import type { ReactNode } from 'react'
import styles from './BandHeading.module.css'

type Props = {
  id?: string
  title: ReactNode
  /** Where there is more of the same; `name` says of what. */
  more?: { href: string; name: ReactNode }
  /** Under a thin line, for a list among others. */
  thin?: boolean
  level?: 2 | 3
  /** What stands at the end of the line in place of more. */
  children?: ReactNode
}

/** The line that opens a band, in the glaze of the section that the band is of. */
export function BandHeading({ id, title, more, thin, level = 2, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.heading} data-thin={thin ? '' : undefined}>
      <Heading id={id}>{title}</Heading>
      {more && (
        <a href={more.href}>
          <span>{more.name}</span>
        </a>
      )}
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import width from '#components/page/PageWidth.module.css'
import type { Glaze } from '#db/shapes.ts'
import styles from './BandShell.module.css'

type Props = {
  glaze?: Glaze
  labelledBy?: string
  /** Background of the band; paper by default. A coloured ground spans the window. */
  ground?: 'tint' | 'night'
  children: ReactNode
}

/** A band of the front page: as wide as the page, with space above. */
export function BandShell({ glaze, labelledBy, ground, children }: Props) {
  const Element = labelledBy ? 'section' : 'div'
  return (
    <Element className={styles.band} data-section={glaze} data-ground={ground} aria-labelledby={labelledBy}>
      <div className={width.page}>{children}</div>
    </Element>
  )
}

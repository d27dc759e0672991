import type { ReactNode } from 'react'
import width from '#components/page/PageWidth.module.css'
import type { Glaze } from '#db/shapes.ts'
import styles from './BandShell.module.css'

type Props = {
  glaze?: Glaze
  labelledBy?: string
  /** What it stands on; paper unless it says otherwise. Coloured ground spans the window. */
  ground?: 'tint' | 'night'
  children: ReactNode
}

/** A band of the front: the width of the page, and air above. */
export function BandShell({ glaze, labelledBy, ground, children }: Props) {
  const Element = labelledBy ? 'section' : 'div'
  return (
    <Element className={styles.band} data-section={glaze} data-ground={ground} aria-labelledby={labelledBy}>
      <div className={width.page}>{children}</div>
    </Element>
  )
}

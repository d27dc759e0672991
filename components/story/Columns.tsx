import type { ReactNode } from 'react'
import styles from './Columns.module.css'

type Props = {
  /** `row` is four abreast, `feature` is 5-4-3, `wide` is 7-5. */
  layout: 'single' | 'halves' | 'thirds' | 'row' | 'feature' | 'wide'
  /** The columns hold lists with headings of their own, which are rule enough on a narrow page. */
  headed?: boolean
  children: ReactNode
}

/** Columns parted by hairlines, as on paper; under each other on a narrow page. */
export function Columns({ layout, headed, children }: Props) {
  return (
    <div className={styles.columns} data-layout={layout} data-headed={headed ? '' : undefined}>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './Columns.module.css'

type Props = {
  /** `row` has four columns, `feature` is 5-4-3, `wide` is 7-5. */
  layout: 'single' | 'halves' | 'thirds' | 'row' | 'feature' | 'wide'
  /** The columns are lists with headings, which separate them well enough on a narrow page. */
  headed?: boolean
  children: ReactNode
}

/** Columns with hairlines between them, as in print; stacked on a narrow page. */
export function Columns({ layout, headed, children }: Props) {
  return (
    <div className={styles.columns} data-layout={layout} data-headed={headed ? '' : undefined}>
      {children}
    </div>
  )
}

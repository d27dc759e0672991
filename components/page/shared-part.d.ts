import type { ReactNode } from 'react'

/* The mark of a place or of a part; the edge takes it out of every page. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'shared-part': {
        name: string
        choice?: string
        story?: number
        key?: string | number
        children?: ReactNode
      }
    }
  }
}

import type { ReactNode } from 'react'

/** A part that all pages of a language share, or that the edge may take out of a page by itself. */
type SharedPartName = 'date' | 'sections' | 'breaking' | 'mostRead' | 'latest' | 'footer'

type Props = {
  name: SharedPartName
  /** Says which of several renditions stands here. */
  choice?: string
  /** The edge puts the part in, so its place stays empty. */
  isLeft: boolean
  children: ReactNode
}

/** A part that is drawn once for all pages of a language, where the edge puts pages together. */
export function SharedPart({ name, choice, isLeft, children }: Props) {
  return isLeft ? <shared-part name={name} choice={choice} /> : children
}

import type { ReactNode } from 'react'

type Props = { storyId: number; isMarked: boolean; children: ReactNode }

/** What shows one story among others: the edge takes it out when the story is withdrawn, before the page is redrawn. */
export function StoryMark({ storyId, isMarked, children }: Props) {
  return isMarked ? (
    <shared-part name="story" story={storyId}>
      {children}
    </shared-part>
  ) : (
    children
  )
}

import { useTranslations } from 'next-intl'
import { PhotosIcon } from '#components/icons/PhotosIcon.tsx'
import { PlayIcon } from '#components/icons/PlayIcon.tsx'
import type { StoryKind } from '#db/shapes.ts'
import styles from './PictureTag.module.css'

/** Marks the picture of a video or a gallery; other kinds of story need no tag. */
export function PictureTag({ kind }: { kind: StoryKind }) {
  const t = useTranslations('story')
  if (kind !== 'video' && kind !== 'gallery') return null
  return (
    <span className={styles.tag}>
      {kind === 'video' ? <PlayIcon /> : <PhotosIcon />}
      {t(kind)}
    </span>
  )
}

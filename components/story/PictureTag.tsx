import { useTranslations } from 'next-intl'
import { PhotosIcon } from '#components/icons/PhotosIcon.tsx'
import { PlayIcon } from '#components/icons/PlayIcon.tsx'
import type { StoryKind } from '#db/shapes.ts'
import styles from './PictureTag.module.css'

/** Says on the picture that behind it is something to watch; other kinds of story need no sign. */
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

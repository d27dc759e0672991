import { useTranslations } from 'next-intl'
import type { StoryKind } from '../../db/shapes'
import { PhotosIcon } from '../icons/PhotosIcon'
import { PlayIcon } from '../icons/PlayIcon'
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

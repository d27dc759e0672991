import { StarIcon } from '#components/icons/StarIcon.tsx'
import styles from './EndMark.module.css'

/** The star of the nameplate, behind the last word of an article. A word joiner keeps it on the line of that word. */
export function EndMark() {
  return (
    <span className={styles.end}>
      {'\u2060'}
      <StarIcon className={styles.mark} />
    </span>
  )
}

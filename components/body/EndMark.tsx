import { StarIcon } from '#components/icons/StarIcon.tsx'
import styles from './EndMark.module.css'

/** The star of the nameplate, behind the last word of an article. */
export function EndMark() {
  return <StarIcon className={styles.mark} />
}

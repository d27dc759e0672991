import type { Picture as PictureData } from '../../db/shapes'
import { isolated } from '../bidi/isolated'
import { PhotoLink } from '../lightbox/PhotoLink'
import { Picture } from '../story/Picture'
import styles from './LeadFigure.module.css'

type Props = { picture: PictureData }

export function LeadFigure({ picture }: Props) {
  const { alt, caption, credit } = picture
  return (
    <figure className={styles.figure}>
      <PhotoLink picture={picture} alt={alt}>
        <Picture picture={picture} sizes="(min-width: 64em) 54rem, 100vw" ratio="wide" alt={alt} priority />
      </PhotoLink>
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption && <span>{isolated(caption)}</span>}{' '}
          {credit && <span className={styles.credit}>{isolated(credit)}</span>}
        </figcaption>
      )}
    </figure>
  )
}

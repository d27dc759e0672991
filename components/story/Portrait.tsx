import type { Picture } from '#db/shapes.ts'
import styles from './Portrait.module.css'
import { pictureSources } from './picture-sources.ts'

type Props = { picture: Picture | null; size?: 'small' | 'large' }

const pixels = { small: 72, large: 96 }

/** A portrait next to its author's name, and so without alternative text. */
export function Portrait({ picture, size = 'small' }: Props) {
  if (!picture) return null
  const { avif, webp, jpeg, src } = pictureSources(picture)
  const sizes = `${pixels[size]}px`
  return (
    <span className={styles.portrait} data-size={size}>
      <picture>
        <source type="image/avif" srcSet={avif} sizes={sizes} />
        <source type="image/webp" srcSet={webp} sizes={sizes} />
        <img
          src={src}
          srcSet={jpeg}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
      </picture>
    </span>
  )
}

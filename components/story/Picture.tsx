import type { ReactNode } from 'react'
import type { Picture as PictureData } from '#db/shapes.ts'
import styles from './Picture.module.css'
import { pictureSources } from './picture-sources.ts'

type Props = {
  picture: PictureData
  /** How wide it will stand, as the attribute of <img> says it. */
  sizes: string
  /** The shape that it is cropped to; none shows all of it. */
  ratio?: 'wide' | 'standard' | 'square' | 'tall'
  /** The one picture that a page is seen by. */
  priority?: boolean
  /** In place of the picture's own text, such as none beside a headline that says it. */
  alt?: string
  /** Stands on the picture: what kind of story it opens. */
  children?: ReactNode
}

export function Picture({ picture, sizes, ratio, priority, alt = picture.alt, children }: Props) {
  const { avif, webp, jpeg, src } = pictureSources(picture)
  return (
    <div className={styles.picture} data-ratio={ratio}>
      <picture>
        <source type="image/avif" srcSet={avif} sizes={sizes} />
        <source type="image/webp" srcSet={webp} sizes={sizes} />
        <img
          src={src}
          srcSet={jpeg}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt={picture.art ? '' : alt}
          loading={priority ? 'eager' : 'lazy'}
          fetchPriority={priority ? 'high' : undefined}
          decoding="async"
        />
      </picture>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Picture as PictureData } from '#db/shapes.ts'
import styles from './Picture.module.css'
import { pictureSources } from './picture-sources.ts'

type Props = {
  picture: PictureData
  /** The `sizes` attribute of the <img>. */
  sizes: string
  /** The aspect ratio to crop to; without one, the whole picture is shown. */
  ratio?: 'wide' | 'standard' | 'square' | 'tall'
  /** The main picture of the page, which loads first. */
  priority?: boolean
  /** Replaces the picture's alternative text; empty beside a headline that says the same. */
  alt?: string
  /** Content over the picture, such as the tag for a video. */
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

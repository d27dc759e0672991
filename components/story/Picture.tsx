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
  /** Grows with the room that a taller column beside it leaves, and is never lower than its ratio. */
  fill?: boolean
  /** A picture among many headlines. */
  small?: boolean
  /** The main picture of the page, which loads first. */
  priority?: boolean
  /** Replaces the picture's alternative text; empty beside a headline that says the same. */
  alt?: string
  /** Content over the picture, such as the tag for a video. */
  children?: ReactNode
}

/**
 * A picture in the formats and widths that there are. Browsers without AVIF and WebP get one width of all but the main
 * picture: the list of its files would weigh a fifth of a page's markup for very few readers.
 */
export function Picture({
  picture,
  sizes,
  ratio,
  fill,
  small,
  priority,
  alt = picture.alt,
  children,
}: Props) {
  const { avif, webp, jpeg, src } = pictureSources(picture, small)
  return (
    <div className={styles.picture} data-ratio={ratio} data-fill={fill ? '' : undefined}>
      <picture>
        <source type="image/avif" srcSet={avif} sizes={sizes} />
        <source type="image/webp" srcSet={webp} sizes={sizes} />
        <img
          src={src}
          srcSet={priority ? jpeg : undefined}
          sizes={priority ? sizes : undefined}
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

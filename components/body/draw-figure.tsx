import type { ReactNode } from 'react'
import type { Figure, Gallery } from '../../db/body'
import type { Picture as PictureData } from '../../db/shapes'
import { PhotoLink } from '../lightbox/PhotoLink'
import { Picture } from '../story/Picture'
import type { BodyContext } from './body-context'
import { drawInlines, relOf } from './draw-inlines'
import styles from './Figure.module.css'

const SIZES = '(min-width: 42em) 39rem, 100vw'
const GALLERY_SIZES = '(min-width: 42em) 19rem, 50vw'

export function drawFigure(node: Figure, key: string, context: BodyContext): ReactNode {
  return drawSized(node, key, SIZES, context)
}

export function drawGallery(node: Gallery, key: string, context: BodyContext): ReactNode {
  const figures = node.content
    .map((figure, index) => drawSized(figure, String(index), GALLERY_SIZES, context))
    .filter(Boolean)
  if (figures.length === 0) return null
  return (
    <section
      key={key}
      className={styles.gallery}
      aria-label={context.t('gallery', { count: figures.length })}
    >
      {figures}
    </section>
  )
}

function drawSized(node: Figure, key: string, sizes: string, context: BodyContext): ReactNode {
  const picture = node.attrs.media === null ? undefined : context.pictures.get(node.attrs.media)
  const caption = node.content?.length ? drawInlines(node.content) : (picture?.caption ?? null)
  const credit = node.attrs.credit ?? picture?.credit ?? null
  if (!picture && !caption && !context.isForEditors) return null
  return (
    <figure key={key} className={styles.figure}>
      {picture ? drawPicture(node, picture, sizes, context) : drawMissing(node, context)}
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption && <span>{caption}</span>} {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}

function drawPicture(node: Figure, picture: PictureData, sizes: string, context: BodyContext): ReactNode {
  const alt = picture.art ? '' : node.attrs.alt || picture.alt
  const drawn = <Picture picture={picture} sizes={sizes} alt={alt} />
  const { href } = node.attrs
  if (!href) {
    return (
      <PhotoLink picture={picture} alt={alt}>
        {drawn}
      </PhotoLink>
    )
  }
  return (
    <a href={href} rel={relOf(href)} aria-label={alt ? undefined : context.t('pictureLink')}>
      {drawn}
    </a>
  )
}

function drawMissing(node: Figure, context: BodyContext): ReactNode {
  if (!context.isForEditors || !node.attrs.source) return null
  return (
    <p className={styles.missing}>
      {context.t.rich('missingPicture', { file: () => <bdi dir="ltr">{node.attrs.source}</bdi> })}
    </p>
  )
}

import type { ReactNode } from 'react'
import type { Figure, Gallery } from '#body/body.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { PhotoLink } from '#components/lightbox/PhotoLink.tsx'
import { Picture } from '#components/story/Picture.tsx'
import type { Picture as PictureData } from '#db/shapes.ts'
import type { BodyContext } from './body-context.ts'
import styles from './Figure.module.css'
import { pictureShape } from './picture-shape.ts'
import { relOf, renderInlines } from './render-inlines.tsx'

const SIZES = '(min-width: 42em) 39rem, calc(100vw - 2rem)'
const GALLERY_SIZES = '(min-width: 42em) 19rem, 50vw'

export function renderFigure(node: Figure, key: string, context: BodyContext): ReactNode {
  return renderOne(node, key, false, context)
}

export function renderGallery(node: Gallery, key: string, context: BodyContext): ReactNode {
  const figures = node.content
    .map((figure, index) => renderOne(figure, String(index), true, context))
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

function renderOne(node: Figure, key: string, isInGallery: boolean, context: BodyContext): ReactNode {
  const picture = node.attrs.media === null ? undefined : context.pictures.get(node.attrs.media)
  const caption = node.content?.length
    ? renderInlines(node.content, context)
    : isolated(picture?.caption ?? '', context.direction)
  const credit = node.attrs.credit ?? picture?.credit ?? (picture?.art ? artCredit(context) : null)
  if (!picture && !caption && !context.isForEditors) return null
  return (
    <figure key={key} className={styles.figure} {...(picture && !isInGallery && pictureShape(picture))}>
      {picture ? renderPicture(node, picture, isInGallery, context) : renderMissing(node, context)}
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption && <span>{caption}</span>}{' '}
          {credit && <span className={styles.credit}>{isolated(credit, context.direction)}</span>}
        </figcaption>
      )}
    </figure>
  )
}

function artCredit({ siteName, t }: BodyContext): string | null {
  return siteName === null ? null : t('artCredit', { site: siteName })
}

function renderPicture(
  node: Figure,
  picture: PictureData,
  isInGallery: boolean,
  context: BodyContext,
): ReactNode {
  const alt = picture.art ? '' : node.attrs.alt || picture.alt
  /* All pictures of a gallery have one shape; the lightbox shows each whole. */
  const frame = isInGallery ? ({ sizes: GALLERY_SIZES, ratio: 'standard' } as const) : { sizes: SIZES }
  const rendered = <Picture picture={picture} alt={alt} {...frame} />
  const { href } = node.attrs
  if (!href) {
    return <PhotoLink picture={picture}>{rendered}</PhotoLink>
  }
  return (
    <a href={href} rel={relOf(href)} aria-label={alt ? undefined : context.t('pictureLink')}>
      {rendered}
    </a>
  )
}

function renderMissing(node: Figure, context: BodyContext): ReactNode {
  if (!context.isForEditors || !node.attrs.source) return null
  return (
    <p className={styles.missing}>
      {context.t.rich('missingPicture', { file: () => <bdi dir="ltr">{node.attrs.source}</bdi> })}
    </p>
  )
}

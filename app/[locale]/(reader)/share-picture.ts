import type { SharePicture } from '#components/page/metadata.ts'
import { SHARE_IMAGE, type ShareCard, shareImagePath } from '#domain/distribution/share-images/share-card.ts'

/** The picture that represents a page where somebody shares it. */
export function sharePicture(card: ShareCard): SharePicture {
  return { path: shareImagePath(card), ...SHARE_IMAGE, alt: card.title ?? card.names[0] }
}

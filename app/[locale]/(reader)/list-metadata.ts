import { pageMetadata } from '#components/page/metadata.ts'
import { siteCard } from '#domain/distribution/share-images/share-card.ts'
import { readerFrame } from './reader-frame.ts'
import { sharePicture } from './share-picture.ts'

/* A shorter description leaves half of a search engine's snippet empty. */
const FEW_CHARACTERS = 80

type About = Omit<Parameters<typeof pageMetadata>[0], 'share'>

/**
 * Metadata of a list page; sharing it shows the card of the whole site. A missing or very short description is
 * completed with the site's own.
 */
export async function listMetadata(about: About) {
  const frame = await readerFrame(about.locale)
  const { site } = frame
  const isShort = about.description.length < FEW_CHARACTERS
  const description = isShort ? `${about.description} ${site.description}`.trim() : about.description
  return pageMetadata({ ...about, description, share: sharePicture(siteCard(frame)) })
}

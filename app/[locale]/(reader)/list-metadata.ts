import { pageMetadata } from '#components/page/metadata.ts'
import { siteCard } from '#domain/distribution/share-images/share-card.ts'
import { readerFrame } from './reader-frame.ts'
import { sharePicture } from './share-picture.ts'

/* Shorter ones leave half of what a search engine shows empty. */
const FEW_CHARACTERS = 80

type About = Omit<Parameters<typeof pageMetadata>[0], 'share'>

/**
 * The head of a page that shows no one thing: it is shared with the card of the whole site. Where nobody wrote a
 * description, or only a few words, what the site is says the rest.
 */
export async function listMetadata(about: About) {
  const frame = await readerFrame(about.locale)
  const { site } = frame
  const isShort = about.description.length < FEW_CHARACTERS
  const description = isShort ? `${about.description} ${site.description}`.trim() : about.description
  return pageMetadata({ ...about, description, share: sharePicture(siteCard(frame)) })
}

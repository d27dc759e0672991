import { element, type Markup } from '#domain/distribution/xml/markup.ts'
import type { FeedMedia } from './feed.ts'

/** A picture or a film with description and credit, in the vocabulary of Media RSS, which Atom borrows. */
export function mediaContent(media: FeedMedia): Markup {
  const { url, mime, medium, width, height, bytes, seconds, description, credit } = media
  return element(
    'media:content',
    { url, type: mime, medium, width, height, fileSize: bytes, duration: seconds },
    description && element('media:description', { type: 'plain' }, description),
    credit && element('media:credit', {}, credit),
  )
}

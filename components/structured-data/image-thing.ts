import { largestUrl, widthsFor } from '#components/story/picture-sources.ts'
import type { Picture } from '#db/shapes.ts'
import { isolatedText } from '#i18n/isolated-text.ts'
import type { Locale } from '#i18n/locales.ts'
import type { Thing } from './graph.ts'
import { publisherReference } from './publisher.ts'

/** A picture as an ImageObject. The size is that of the linked file, which is never the original. */
export function imageThing(picture: Picture, siteUrl: string, locale: Locale, artist?: string): Thing {
  const width = widthsFor(picture.width).at(-1) ?? picture.width
  const url = siteUrl + largestUrl(picture)
  return {
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width,
    height: Math.round((picture.height * width) / picture.width),
    caption: picture.caption ? isolatedText(picture.caption, locale) : undefined,
    creditText: picture.credit ?? (picture.art ? artist : undefined),
    creator: picture.art && !picture.credit ? publisherReference(siteUrl) : undefined,
  }
}

/** The file of a picture for sharing; `path` is without the origin. */
export type ShareFile = { path: string; width: number; height: number }

/** A picture for sharing as an ImageObject: the newsroom's own work. */
export function shareThing({ path, width, height }: ShareFile, siteUrl: string, artist: string): Thing {
  const url = siteUrl + path
  return {
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width,
    height,
    creditText: artist,
    creator: publisherReference(siteUrl),
  }
}

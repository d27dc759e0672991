import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
import { renditionName, widthsFor } from '#domain/media/pictures/rendition-name.ts'

/** A file of a picture, for requests from other sites. */
export type PictureFile = { url: string; mime: string; width: number; height: number }

/* Sharp on a telephone and in the column of a feed reader; every reader knows JPEG. */
const WIDEST = 1080

export function pictureFile(
  picture: Pick<Picture, 'name' | 'width' | 'height'>,
  siteUrl: string,
  widest = WIDEST,
): PictureFile {
  const widths = widthsFor(picture.width)
  const width = widths.findLast(each => each <= widest) ?? widths[0] ?? picture.width
  return {
    url: `${siteUrl}/media/${renditionName(picture.name, width, 'jpeg')}`,
    mime: 'image/jpeg',
    width,
    height: Math.round((picture.height * width) / picture.width),
  }
}

/** The address of a film, a recording or a file to download. */
export function fileUrl(
  { name, extension }: Pick<VideoFile | Attachment, 'name' | 'extension'>,
  siteUrl: string,
): string {
  return `${siteUrl}/media/${name}.${extension}`
}

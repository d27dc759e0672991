import type { Attachment, Picture, VideoFile } from '#db/shapes.ts'
import type { Locale } from '#i18n/locales.ts'
import type { TextContext } from './text-html.ts'

/** The feed's own words, in its language. */
export type BodyWords = {
  /** The credit of art that nobody signed. */
  artCredit: string
  watchVideo: string
  downloadVideo: string
  downloadAudio: string
  /** A file to download that has no title. */
  file: string
  /** The link to a page on another site. */
  openAt: (site: string) => string
  /** The heading of so many footnotes. */
  footnotes: (count: number) => string
}

export type BodyContext = TextContext & {
  locale: Locale
  pictures: ReadonlyMap<number, Picture>
  videos: ReadonlyMap<number, VideoFile>
  attachments: ReadonlyMap<number, Attachment>
  words: BodyWords
}

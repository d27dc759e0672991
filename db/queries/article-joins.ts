/**
 * Joins that queries about articles share, as the arguments of `innerJoin` or `leftJoin`. A function that took the
 * columns and returned the joined query would lose the types of its rows.
 */
import { and, type Column, eq, type Placeholder } from 'drizzle-orm'
import { articles, media, sections, sectionTexts, stories, storyPictureTexts } from '#db/schema/tables.ts'
import type { Locale } from '#i18n/locales.ts'
import { mediaTextColumns, pictureColumns } from './pictures.ts'

/** A language, or the column that holds it in the joined row. */
type LocaleValue = Locale | Placeholder | Column

/** From an article to its story. */
export const itsStory = [stories, eq(stories.id, articles.storyId)] as const

/** From a story to its section. */
export const itsSection = [sections, eq(sections.id, stories.sectionId)] as const

/** From a story to the name and the slug of its section. */
export const itsSectionTexts = (locale: LocaleValue) =>
  [sectionTexts, and(eq(sectionTexts.sectionId, stories.sectionId), eq(sectionTexts.locale, locale))] as const

/** From a story to its lead picture. */
export const itsLeadPicture = [media, eq(media.id, stories.leadMediaId)] as const

/** From a story to its own texts for its lead picture. */
export const itsPictureTexts = (locale: LocaleValue) =>
  [
    storyPictureTexts,
    and(eq(storyPictureTexts.storyId, stories.id), eq(storyPictureTexts.locale, locale)),
  ] as const

/** The lead picture with the story's texts for it and the file's own. For `toPicture`. */
export const leadPictureColumns = {
  picture: pictureColumns(media),
  storyTexts: {
    alt: storyPictureTexts.alt,
    caption: storyPictureTexts.caption,
    credit: storyPictureTexts.credit,
  },
  fileTexts: mediaTextColumns,
}

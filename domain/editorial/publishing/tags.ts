import type { Belonging } from '#db/queries/publishing.ts'
import { isoDay } from '#i18n/dates.ts'
import type { Locale } from '#i18n/locales.ts'

/** Names of the things that a page shows. A page answers with them, a change names them, and caches compare. */
export const tag = {
  story: (storyId: number) => `story:${storyId}`,
  section: (sectionId: number) => `section:${sectionId}`,
  topic: (topicId: number) => `topic:${topicId}`,
  author: (authorId: number) => `author:${authorId}`,
  front: (locale: Locale) => `front:${locale}`,
  latest: (locale: Locale) => `latest:${locale}`,
  /** `day` as `2026-02-22`, or its beginning: `2026-02`, `2026`. */
  archive: (locale: Locale, day: string) => `archive:${locale}:${day}`,
  /** The lists of the most read, which stand beside a page's own subject. */
  mostRead: (locale: Locale) => `most-read:${locale}`,
  page: (key: string) => `page:${key}`,
  /** The sounds of a language: feeds and lists of sounds name it. */
  audio: (locale: Locale) => `audio:${locale}`,
  /** The breaking strip of a language. */
  breaking: (locale: Locale) => `breaking:${locale}`,
  /** The frame of every page: names, sections, pages about the house; also names that stand on pages without being tracked. */
  frame: (locale: Locale) => `frame:${locale}`,
  /** Readers may no longer see the story: every page that shows or lists it is stale, and may not even stand in for an error. */
  withdrawn: (storyId: number) => `withdrawn:${storyId}`,
  /** An article can no longer be read at this path, percent-encoded: it has another one, or was withdrawn. */
  former: (path: string) => `former:${path}`,
  /** Everything has changed. */
  everything: 'everything',
} as const

/**
 * Tags of everything on which a change of an article shows: its page in both languages (their switch), its lists, its
 * front, its days. `belongings` and `days` hold the state before the change as well as after.
 */
export function articleTags(locale: Locale, belongings: Belonging[], days: (Date | null)[]): string[] {
  const dates = days.flatMap(at => (at ? [isoDay(at)] : []))
  return [
    ...belongings.flatMap(belonging => [
      tag.story(belonging.storyId),
      tag.section(belonging.sectionId),
      ...belonging.topicIds.map(tag.topic),
      ...belonging.authorIds.map(tag.author),
    ]),
    tag.front(locale),
    tag.latest(locale),
    ...dates.flatMap(day => [
      tag.archive(locale, day),
      tag.archive(locale, day.slice(0, 7)),
      tag.archive(locale, day.slice(0, 4)),
    ]),
  ]
}

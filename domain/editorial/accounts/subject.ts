import type { Locale } from '#i18n/locales.ts'

/**
 * A thing that somebody wants to change, as it is before the change, with all that a role may depend on: its language,
 * its section and its authors. A number is null for a thing that is still to be made.
 */
export type Subject =
  | ArticleSubject
  | { kind: 'story'; storyId: number | null; sectionId: number }
  /** `locales` are the languages whose words are written. */
  | { kind: 'section' | 'topic' | 'author'; id: number | null; locales: readonly Locale[] }
  | { kind: 'page'; key: string; locale: Locale }
  | { kind: 'front' | 'breaking'; locale: Locale }
  | { kind: 'media'; mediaId: number | null }
  | { kind: 'newsletter' }
  | { kind: 'site' }

/** An article is its authors' own: those who stand in its byline. */
export type ArticleSubject = {
  kind: 'article'
  articleId: number | null
  storyId: number
  sectionId: number
  locale: Locale
  authorIds: readonly number[]
}

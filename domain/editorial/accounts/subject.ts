import type { Locale } from '#i18n/locales.ts'

/**
 * What somebody wants to change, as it is before the change, with all that a role may depend on: the language, the
 * section, and whose it is. A number is null for what is still to be made.
 */
export type Subject =
  | ArticleSubject
  | { kind: 'story'; storyId: number | null; sectionId: number }
  /** `locales` are the languages whose words are written. */
  | { kind: 'section' | 'topic' | 'author'; id: number | null; locales: readonly Locale[] }
  | { kind: 'page'; key: string; locale: Locale }
  | { kind: 'front' | 'breaking'; locale: Locale }
  | { kind: 'media'; mediaId: number | null }
  | { kind: 'site' }

/** An article is the own one of whoever stands in its byline. */
export type ArticleSubject = {
  kind: 'article'
  articleId: number | null
  storyId: number
  sectionId: number
  locale: Locale
  authorIds: readonly number[]
}

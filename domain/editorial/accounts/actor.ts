import type { Subject } from './subject.ts'

export type Permission =
  | 'article.write'
  /** Decides what readers see of an article: also changes text that they can see, and corrects it. */
  | 'article.publish'
  | 'article.withdraw'
  | 'story.write'
  /** The curated front and the breaking strip. */
  | 'front.write'
  /** Sections, topics and authors. */
  | 'filing.write'
  | 'page.write'
  | 'media.write'
  /** The names and contacts of the site, its old addresses, and its whole content. */
  | 'site.write'
  /** Editions: makes, sends, pauses and cancels them. */
  | 'newsletter.send'
  /** The list of subscribers: brings some in, sees them, erases them. */
  | 'newsletter.readers'

/** Somebody who acts: their account, their name for the audit log, and their rights, each to a subject. */
export type Actor = {
  /** Null for the program itself and for an administrator at the shell. */
  userId: number | null
  name: string
  may: (permission: Permission, subject: Subject) => boolean
}

/** The program itself, or an administrator at the shell: may do everything. `name` says which, as in `press seed`. */
export function systemActor(name: string): Actor {
  return { userId: null, name, may: () => true }
}

export type Permission =
  | 'article.write'
  | 'article.publish'
  | 'article.withdraw'
  | 'story.write'
  | 'site.write'

/** Who does something: their name for the audit log, and what they may do. */
export type Actor = { name: string; may: (permission: Permission) => boolean }

/** The program itself, or an administrator at the shell: may do everything. `name` says which, as in `press seed`. */
export function systemActor(name: string): Actor {
  return { name, may: () => true }
}

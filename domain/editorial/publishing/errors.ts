import type { Permission } from './actor.ts'

export class NotAllowed extends Error {
  constructor(
    readonly actor: string,
    readonly permission: Permission,
  ) {
    super(`${actor} may not do this (${permission})`)
    this.name = 'NotAllowed'
  }
}

/** Somebody else has saved in the meantime; `current` is the revision they made. */
export class StaleRevision extends Error {
  constructor(
    readonly seen: number | undefined,
    readonly current: number,
  ) {
    super(`Revision ${seen ?? 'none'} is not the newest: the article is at revision ${current}`)
    this.name = 'StaleRevision'
  }
}

export class ArticleNotFound extends Error {
  constructor(readonly articleId: number) {
    super(`There is no article ${articleId}`)
    this.name = 'ArticleNotFound'
  }
}

export type RefusalReason =
  | 'no-headline'
  | 'no-text'
  | 'not-published'
  | 'published'
  | 'not-scheduled'
  | 'no-revision'
  | 'past'
  | 'future'
  | 'exists'

/** The article is not in a state in which this can be done. */
export class PublishingRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message)
    this.name = 'PublishingRefused'
  }
}

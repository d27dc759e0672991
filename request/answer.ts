import { AsyncLocalStorage } from 'node:async_hooks'

/** What a page tells the edge about its answer; the edge reads it when the page has been drawn. */
export type Answer = {
  /** HTTP status; 200 unless a page says otherwise. */
  status: number
  /** Names of what the page shows, for the cache: `article:12:ar`, `section:3`, `front:ar`. */
  tags: Set<string>
  /** Where to send the reader, for 307 and 308. A path that is percent-encoded already. */
  location: string | null
}

/* Next's bundles and the server each get their own copy of this module, so the storage itself is shared. */
const key = Symbol.for('arab-press.answer')
type Shared = { [key]?: AsyncLocalStorage<Answer> }
const shared = globalThis as Shared
shared[key] ??= new AsyncLocalStorage<Answer>()
const storage = shared[key]

/** Opens an answer for one request; the edge calls it around the framework's handler. */
export function withAnswer<Result>(run: (answer: Answer) => Result): Result {
  const answer: Answer = { status: 200, tags: new Set(), location: null }
  return storage.run(answer, () => run(answer))
}

/**
 * Called by a page: its status, its cache tags, and where to go for a redirect.
 * Outside a request (a build, a unit test) it does nothing.
 */
export function answer(part: { status?: number; tags?: Iterable<string>; location?: string }): void {
  const current = storage.getStore()
  if (!current) return
  if (part.status !== undefined) current.status = part.status
  for (const tag of part.tags ?? []) current.tags.add(tag)
  if (part.location !== undefined) current.location = part.location
}

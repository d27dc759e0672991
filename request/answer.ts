import { AsyncLocalStorage } from 'node:async_hooks'

/** The facts that a page tells the edge about its answer; the edge reads them when the page has been rendered. */
export type Answer = {
  /** HTTP status; 200 unless a page says otherwise. */
  status: number
  /**
   * Names of the page's subjects, for the cache: `story:12`, `section:3`, `front:ar`. A change of one makes the page
   * stale at once.
   */
  tags: Set<string>
  /**
   * Names of what merely stands beside the page's own text: after a change, the page may be served for one more minute
   * while it is rendered again.
   */
  beside: Set<string>
  /** Every story that the page shows or lists. The page is never served again once one of them is withdrawn. */
  shows: Set<number>
  /** The first moment at which the page is wrong without any change: a strip that ends, a day that is over. */
  until: Date | null
  /** The first moment at which what stands beside the page's own text is wrong: days of headlines, after midnight. */
  fades: Date | null
  /** The article whose reads this page counts, by the number of its row. */
  read: number | null
  /** Origins of other sites that the page may show in a frame, beside those that every page may. */
  frames: Set<string>
  /** The percent-encoded path to which 307 and 308 send the reader. */
  location: string | null
  /** Whether the edge puts in what all pages of a language share: then the page leaves their places empty. */
  readonly leavesParts: boolean
}

/* Next's bundles and the server each get their own copy of this module, so the storage itself is shared. */
const key = Symbol.for('arab-press.answer')
type Shared = { [key]?: AsyncLocalStorage<Answer> }
const shared = globalThis as Shared
shared[key] ??= new AsyncLocalStorage<Answer>()
const storage = shared[key]

/** Opens an answer for one request; the edge calls it around the framework's handler. */
export function withAnswer<Result>(run: (answer: Answer) => Result, leavesParts = false): Result {
  const answer: Answer = {
    status: 200,
    tags: new Set(),
    beside: new Set(),
    shows: new Set(),
    until: null,
    fades: null,
    read: null,
    frames: new Set(),
    location: null,
    leavesParts,
  }
  return storage.run(answer, () => run(answer))
}

/** Whether the page that is drawn now leaves empty what the edge puts in. */
export function leavesParts(): boolean {
  return storage.getStore()?.leavesParts ?? false
}

/** A part of an answer. Of several parts, lists add up and the earliest `until` counts. */
export type AnswerPart = {
  status?: number
  tags?: Iterable<string>
  beside?: Iterable<string>
  shows?: Iterable<{ storyId: number }>
  until?: Date | null
  fades?: Date
  read?: number
  frames?: Iterable<string>
  location?: string
}

/**
 * Adds to the answer of the current request; a page may call it several times. Outside a request (a build, a unit test)
 * it does nothing.
 */
export function answer(part: AnswerPart): void {
  const current = storage.getStore()
  if (!current) return
  const { status, tags, beside, shows, until, fades, read, frames, location } = part
  if (status !== undefined) current.status = status
  for (const tag of tags ?? []) current.tags.add(tag)
  for (const tag of beside ?? []) current.beside.add(tag)
  for (const { storyId } of shows ?? []) current.shows.add(storyId)
  if (until && (!current.until || until < current.until)) current.until = until
  if (fades && (!current.fades || fades < current.fades)) current.fades = fades
  if (read !== undefined) current.read = read
  for (const origin of frames ?? []) current.frames.add(origin)
  if (location !== undefined) current.location = location
}

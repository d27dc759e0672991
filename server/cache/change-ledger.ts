import type { ContentChange } from '#db/queries/changes.ts'
import { tag } from '#domain/editorial/publishing/tags.ts'

/** The facts of a stored page by which the ledger judges it. */
export type StoredFacts = {
  /** The content version before the first query of the page ran. */
  version: number
  tags: readonly string[]
  beside: readonly string[]
  shows: readonly number[]
  /** The time at which the page becomes wrong without any change, in milliseconds since 1970; Infinity for never. */
  until: number
  /** The time from which what stands beside its own text is wrong without any change; Infinity for never. */
  fades: number
}

/**
 * - `fresh`: the page agrees with the database.
 * - `lingering`: something beside its own text changed less than a minute ago.
 * - `late`: something beside its own text changed some minutes ago. It is served while more is asked for than can be
 *   drawn.
 * - `stale`: its own text has changed, or something beside it changed long ago. It is served only when nothing better
 *   can be had.
 * - `withdrawn`: it shows what readers may not see any longer. It is never served again.
 */
export type Freshness = 'fresh' | 'lingering' | 'late' | 'stale' | 'withdrawn'

/** The time for which what stands beside a page's own text may lag behind. */
export const LINGER_MS = 60_000
/** The same while the portal has more to draw than it can: as long as it takes to draw every page that is read. */
export const LATE_MS = 600_000
/* Changes of one moment count as one, so that a burst of publications does not pile up. */
const MOMENT_MS = 1000
/* Enough for weeks of a busy newsroom. Beyond it, everything is forgotten at once. */
const MAX_TAGS = 200_000

type Change = { version: number; at: number }

/** Remembers which tags changed when, and so makes stored pages stale without touching any of them. */
export class ChangeLedger {
  /** The content version up to which changes were noted. */
  version: number
  private readonly changes = new Map<string, Change[]>()
  private allChangedAt = 0

  /** `latestMs`: the latest time that any change bears, by the clock of the machine that made it. */
  constructor(
    version: number,
    public latestMs = 0,
  ) {
    this.version = version
  }

  /** Notes changes in their order. `now` is in milliseconds since 1970. */
  note(changes: readonly ContentChange[], now: number): void {
    for (const { version, at, tags } of changes) {
      this.version = Math.max(this.version, version)
      this.latestMs = Math.max(this.latestMs, at.getTime())
      if (tags.includes(tag.everything)) this.forgetAll(version)
      /* The clock of the machine that made the change may run ahead of ours. */
      const change = { version, at: Math.min(at.getTime(), now) }
      for (const name of tags) this.add(name, change, now)
    }
    if (this.changes.size > MAX_TAGS) this.forgetAll(this.version)
  }

  judge(page: StoredFacts, now: number): Freshness {
    const { version, tags, shows, until } = page
    if (version < this.allChangedAt) return 'withdrawn'
    /* Spares the search when nothing has changed since the page was rendered, which is the rule. */
    if (version < this.version) {
      if (shows.some(storyId => this.isWithdrawnSince(storyId, version))) return 'withdrawn'
      if (tags.some(name => this.changedSince(name, version))) return 'stale'
    }
    if (until <= now) return 'stale'
    return freshnessSince(this.besideWrongSince(page, now), now)
  }

  /** The stories of a page that were withdrawn since it was rendered; null when nobody can say. */
  withdrawnAmong({ version, shows }: Pick<StoredFacts, 'version' | 'shows'>): number[] | null {
    if (version < this.allChangedAt) return null
    return shows.filter(storyId => this.isWithdrawnSince(storyId, version))
  }

  /* The first moment at which something beside the page's text was wrong; Infinity when nothing is. */
  private besideWrongSince({ version, beside, fades }: StoredFacts, now: number): number {
    let since = fades <= now ? fades : Number.POSITIVE_INFINITY
    if (version >= this.version) return since
    for (const name of beside) {
      const change = this.changes.get(name)?.find(each => each.version > version)
      if (!change) continue
      /* A time in the future means that the clock was put back, and that nobody knows how long ago the change was. */
      since = change.at > now ? Number.NEGATIVE_INFINITY : Math.min(since, change.at)
    }
    return since
  }

  private isWithdrawnSince(storyId: number, version: number): boolean {
    return this.changedSince(tag.withdrawn(storyId), version)
  }

  private changedSince(name: string, version: number): boolean {
    return (this.changes.get(name)?.at(-1)?.version ?? 0) > version
  }

  /* Keeps the last change that is older than the grace, and every one since. */
  private add(name: string, change: Change, now: number): void {
    const known = this.changes.get(name)
    if (!known) {
      this.changes.set(name, [change])
      return
    }
    const last = known.at(-1)
    if (last && change.at - last.at < MOMENT_MS && now - last.at <= LATE_MS) {
      known[known.length - 1] = { version: change.version, at: last.at }
    } else known.push(change)
    while (known[1] && now - known[1].at > LATE_MS) known.shift()
  }

  private forgetAll(version: number): void {
    this.changes.clear()
    this.allChangedAt = version
  }
}

function freshnessSince(since: number, now: number): Freshness {
  if (since > now) return 'fresh'
  if (now - since <= LINGER_MS) return 'lingering'
  return now - since <= LATE_MS ? 'late' : 'stale'
}

import type { HourlyReads } from '#db/queries/reads.ts'

const HOUR_MS = 60 * 60 * 1000

/** Holds reads that are not written yet, by hour and article. */
export class PendingReads {
  /** The number of reads that were dropped, because too many articles were read between two writes. */
  dropped = 0
  private size = 0
  private readonly hours = new Map<number, Map<number, number>>()

  constructor(private readonly maxArticles: number) {}

  get isEmpty(): boolean {
    return this.size === 0
  }

  add(articleId: number, atMs: number, reads = 1): void {
    const hour = Math.floor(atMs / HOUR_MS)
    let counts = this.hours.get(hour)
    if (!counts) {
      counts = new Map()
      this.hours.set(hour, counts)
    }
    const before = counts.get(articleId)
    if (before === undefined) {
      if (this.size >= this.maxArticles) {
        this.dropped += reads
        return
      }
      this.size++
    }
    counts.set(articleId, (before ?? 0) + reads)
  }

  addAll(counts: HourlyReads[]): void {
    for (const { articleId, hour, reads } of counts) this.add(articleId, hour.getTime(), reads)
  }

  rows(): HourlyReads[] {
    return [...this.hours].flatMap(([hour, counts]) =>
      [...counts].map(([articleId, reads]) => ({ articleId, hour: new Date(hour * HOUR_MS), reads })),
    )
  }
}

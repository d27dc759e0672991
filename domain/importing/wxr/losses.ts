/** What became of one item on its way in, so that nothing is lost silently. */
export class Losses {
  /** Left out, by what it was: `script`, `block latest-posts`. */
  readonly dropped = new Map<string, number>()
  /** Kept, but in a simpler form: `h1 became h2`. */
  readonly simplified = new Map<string, number>()
  /** Addresses of pictures and files that were not found. */
  readonly missing = new Set<string>()

  drop(what: string): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + 1)
  }

  simplify(what: string): void {
    this.simplified.set(what, (this.simplified.get(what) ?? 0) + 1)
  }

  get none(): boolean {
    return this.dropped.size === 0 && this.simplified.size === 0 && this.missing.size === 0
  }
}

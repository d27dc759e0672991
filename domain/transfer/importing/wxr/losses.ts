/** What became of one item on its way in, so that nothing is lost silently. */
export class Losses {
  /** Left out, by what it was: `script`, `block latest-posts`. */
  readonly dropped = new Map<string, number>()
  /** Kept, but in a simpler form: `h1 became h2`. */
  readonly simplified = new Map<string, number>()
  /** Addresses of pictures and files that were not found. */
  readonly missing = new Set<string>()
  /** Addresses of files that are there but are nothing that we take, with the reason. */
  readonly unreadable = new Map<string, string>()

  drop(what: string): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + 1)
  }

  simplify(what: string): void {
    this.simplified.set(what, (this.simplified.get(what) ?? 0) + 1)
  }

  /** A file that did not come along; `reason` when it was found, but could not be read. */
  missed(url: string, reason: string | undefined): void {
    if (reason === undefined) this.missing.add(url)
    else this.unreadable.set(url, reason)
  }
}

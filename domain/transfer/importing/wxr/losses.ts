/** Everything an item lost in the import, so that nothing is lost silently. */
export class Losses {
  /** Dropped content, by kind: `script`, `block latest-posts`. */
  readonly dropped = new Map<string, number>()
  /** Simplified content: `h1 became h2`. */
  readonly simplified = new Map<string, number>()
  /** Addresses of pictures and files that were not found. */
  readonly missing = new Set<string>()
  /** Addresses of files that were found but cannot be used, with the reason. */
  readonly unreadable = new Map<string, string>()

  drop(what: string): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + 1)
  }

  simplify(what: string): void {
    this.simplified.set(what, (this.simplified.get(what) ?? 0) + 1)
  }

  /** Notes a file that was not imported; `reason` says why when the file was found. */
  missed(url: string, reason: string | undefined): void {
    if (reason === undefined) this.missing.add(url)
    else this.unreadable.set(url, reason)
  }
}

import type { ContentChange } from '#db/queries/changes.ts'
import { ChangeLedger, type Freshness, type StoredFacts } from './change-ledger.ts'

type Options = {
  /** The content version as of now. */
  version: () => number
  /** The latest time that a change bears so far, in milliseconds since 1970. */
  latestChangeMs?: number
  /** Changes after a version in their order; null when they have been forgotten. */
  changesSince: (version: number) => Promise<ContentChange[] | null>
  /** Called when nothing that was stored can be judged any more. */
  onStartOver: () => void
}

/** Follows the changes of the database, whoever makes them, and judges stored pages by them. */
export class KnownChanges {
  /** Another ledger takes its place when everything starts over. */
  ledger: ChangeLedger
  private catchingUp: Promise<void> | null = null
  private isVersionKnown = false

  constructor(private readonly options: Options) {
    this.ledger = new ChangeLedger(options.version(), options.latestChangeMs)
  }

  /** What no change since its rendering has named is as good as rendered now, and its names need no search again. */
  judge(page: StoredFacts): Freshness {
    const freshness = this.ledger.judge(page, Date.now())
    if (freshness === 'fresh') page.version = Math.max(page.version, this.ledger.version)
    return freshness
  }

  /** The stories of a page that were withdrawn since it was rendered; null when nobody can say. */
  withdrawnAmong(page: StoredFacts): number[] | null {
    return this.ledger.withdrawnAmong(page)
  }

  /** Whether a change has happened of which nothing but its version is known. */
  get hasUnknown(): boolean {
    return this.options.version() !== this.ledger.version
  }

  /**
   * Whether every change is known, without asking the database for each request: the version is read once for all
   * requests that the event loop took from the network in one go. Each of them had arrived by then, so none can be
   * answered with a page that was overtaken before it came.
   */
  isUpToDate(): boolean {
    if (this.isVersionKnown) return true
    if (this.hasUnknown) return false
    this.isVersionKnown = true
    setImmediate(() => {
      this.isVersionKnown = false
    })
    return true
  }

  /** Notes every change up to now, and gives the content version of this moment, or a later one. */
  async catchUp(): Promise<number> {
    while (this.hasUnknown) {
      this.catchingUp ??= this.noteChanges().finally(() => {
        this.catchingUp = null
      })
      await this.catchingUp
    }
    return this.ledger.version
  }

  private async noteChanges(): Promise<void> {
    const { version, changesSince, onStartOver } = this.options
    const changes = await changesSince(this.ledger.version)
    if (changes && changes.length > 0) {
      this.ledger.note(changes, Date.now())
      return
    }
    /* Changes were forgotten, or another database lies in this one's place. */
    onStartOver()
    this.ledger = new ChangeLedger(version(), this.ledger.latestMs)
  }
}

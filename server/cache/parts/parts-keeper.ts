import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '#i18n/locales.ts'
import type { Freshness } from '#server/cache/change-ledger.ts'
import type { KnownChanges } from '#server/cache/known-changes.ts'
import { log } from '#server/log.ts'
import type { FinishedPage } from '#server/rendering/reader-page.ts'
import { readParts, type SharedParts, withoutStories } from './shared-parts.ts'

type Options = {
  /** Draws the parts of a language, before whatever else waits. */
  draw: (locale: Locale) => Promise<FinishedPage>
  changes: KnownChanges
}

/** What all pages share may be older than this while it is drawn anew, and no longer. */
export const PARTS_LAG_MS = 10_000
/* So long everybody waits for the drawing, which mostly takes half of it: a page that is right is worth that. */
const PATIENCE_MS = 100
/* Drawing that failed is tried again, but not for each request. */
const PAUSE_MS = 1_000

type Kept = { parts: SharedParts; staleSince: number | null; patience: Promise<void> | null }

/** Keeps what all pages of a language share, and has it drawn anew when it is wrong. A withdrawn story leaves at once. */
export class PartsKeeper {
  private readonly kept = new Map<Locale, Kept>()
  private readonly drawing = new Map<Locale, Promise<void>>()
  private readonly failedAt = new Map<Locale, number>()

  constructor(private readonly options: Options) {}

  /** The parts of a language that may be shown now; null when they have to be waited for. */
  now(locale: Locale): SharedParts | null {
    const kept = this.kept.get(locale)
    if (!kept) return null
    const freshness = this.judge(kept)
    if (freshness === 'fresh') return kept.parts
    kept.staleSince ??= Date.now()
    this.drawSoon(locale)
    const staleMs = Date.now() - kept.staleSince
    const isWaitedFor = staleMs < PATIENCE_MS && this.drawing.has(locale)
    return freshness === 'withdrawn' || isWaitedFor || staleMs > PARTS_LAG_MS ? null : kept.parts
  }

  /**
   * The parts of a language, drawn when they must be, or those that were right last; null when there are none to show. Who
   * is patient waits for the drawing, as for that of a page.
   */
  async ready(locale: Locale, isPatient = false): Promise<SharedParts | null> {
    const now = this.now(locale)
    const kept = this.kept.get(locale)
    if (now && !(isPatient && kept?.staleSince)) return now
    const drawing = this.drawing.get(locale) ?? this.draw(locale)
    if (!isPatient && kept && Date.now() - (kept.staleSince ?? 0) <= PARTS_LAG_MS) {
      kept.patience ??= sleep(PATIENCE_MS, undefined, { ref: false })
      await Promise.race([drawing, kept.patience])
    } else await drawing
    return this.now(locale) ?? this.former(locale)
  }

  /** The parts that were right last, however long ago, but for what was withdrawn since; null when there are none. */
  former(locale: Locale): SharedParts | null {
    const kept = this.kept.get(locale)
    return kept && this.judge(kept) !== 'withdrawn' ? kept.parts : null
  }

  /** Forgets everything: nothing that was drawn can be judged any more. */
  clear(): void {
    this.kept.clear()
    this.drawing.clear()
  }

  private judge(kept: Kept): Freshness {
    const { changes } = this.options
    const freshness = changes.judge(kept.parts.facts)
    const gone = freshness === 'withdrawn' ? changes.withdrawnAmong(kept.parts.facts) : null
    if (gone === null) return freshness
    kept.parts = withoutStories(kept.parts, gone)
    return changes.judge(kept.parts.facts)
  }

  private drawSoon(locale: Locale): void {
    const failedAt = this.failedAt.get(locale) ?? 0
    if (!this.drawing.has(locale) && Date.now() - failedAt > PAUSE_MS) void this.draw(locale)
  }

  private draw(locale: Locale): Promise<void> {
    const { ledger } = this.options.changes
    const { version } = ledger
    const begunMs = Date.now()
    const drawing = this.options
      .draw(locale)
      .then(page => {
        const parts = readParts(page, locale, version)
        /* A publication by a clock ahead of ours could not be seen yet: it will be, without another change. */
        if (begunMs < ledger.latestMs) parts.facts.until = Math.min(parts.facts.until, ledger.latestMs)
        if (this.options.changes.ledger === ledger)
          this.kept.set(locale, { parts, staleSince: null, patience: null })
        this.failedAt.delete(locale)
      })
      .catch(error => {
        this.failedAt.set(locale, Date.now())
        log.error({ err: error, locale }, 'What all pages share could not be drawn; the former stands in')
      })
      .finally(() => {
        if (this.drawing.get(locale) === drawing) this.drawing.delete(locale)
      })
    this.drawing.set(locale, drawing)
    return drawing
  }
}

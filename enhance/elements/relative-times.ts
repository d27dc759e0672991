/* Why this needs script: a cached page cannot say "3 minutes ago" to all of its readers; their own clocks can. */
import { type RelativeWords, relativeTime } from './relative-words.ts'

const REFRESH_MS = 60_000

/** Replaces the text of `<time data-relative>` with a relative time. `data-words` holds the phrases as JSON. */
export class RelativeTimes extends HTMLElement {
  private timer = 0

  connectedCallback(): void {
    const words = JSON.parse(this.dataset.words ?? 'null') as RelativeWords | null
    if (!words) return
    const plural = new Intl.PluralRules(document.documentElement.lang)
    const refresh = () => {
      for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
        rewrite(time, words, plural)
      }
    }
    refresh()
    this.timer = window.setInterval(refresh, REFRESH_MS)
  }

  disconnectedCallback(): void {
    clearInterval(this.timer)
  }
}

/* The printed time moves into the title, and comes back when the day is over. */
function rewrite(time: HTMLTimeElement, words: RelativeWords, plural: Intl.PluralRules): void {
  const printed = time.title || (time.textContent ?? '')
  const relative = relativeTime(Date.now() - Date.parse(time.dateTime), words, plural)
  if (relative === null && !time.title) return
  time.title = relative === null ? '' : printed
  time.textContent = relative ?? printed
}

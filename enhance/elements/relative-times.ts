/* Why this needs script: a page that is kept for many readers cannot say "3 minutes ago"; their own clocks can. */
import { type RelativeWords, relativeTime } from './relative-words.ts'

const REFRESH_MS = 60_000

/** Turns `<time data-relative>` into how long ago that was. `data-words` holds the words as JSON. */
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
  const said = relativeTime(Date.now() - Date.parse(time.dateTime), words, plural)
  if (said === null && !time.title) return
  time.title = said === null ? '' : printed
  time.textContent = said ?? printed
}

/* Why this needs script: a reader who has seen the news closes the strip, and it stays closed until there is other news. */
import { remember, remembered } from './remembered.ts'

const STORED = 'breaking-closed'

export class BreakingStrip extends HTMLElement {
  connectedCallback(): void {
    this.hidden = this.dataset.id !== undefined && remembered(STORED) === this.dataset.id
    if (this.hidden) return
    const button = this.querySelector<HTMLButtonElement>('[data-close]')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => this.close())
  }

  private close(): void {
    const hadFocus = this.contains(document.activeElement)
    this.hidden = true
    remember(STORED, this.dataset.id ?? null)
    /* Removing the focused button would move the focus to the top of the page. */
    if (hadFocus) document.getElementById('main')?.focus({ preventScroll: true })
  }
}

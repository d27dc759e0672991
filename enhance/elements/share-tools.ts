/* Why this needs script: the device's own share sheet and its clipboard can be reached in no other way. */

const SAID_FOR_MS = 6000

/** Takes `data-url`, `data-title`, buttons `[data-share]` and `[data-copy]`, a status with `data-done`, `data-failed`. */
export class ShareTools extends HTMLElement {
  connectedCallback(): void {
    const url = this.dataset.url
    if (!url) return
    const share = { url, title: this.dataset.title ?? document.title }
    /* One button is enough: the share sheet of a device offers copying as well. */
    if (canShare(share)) this.arm('[data-share]', () => navigator.share(share).catch(isNoFault))
    else if (navigator.clipboard) this.arm('[data-copy]', () => this.copy(url))
  }

  private arm(selector: string, act: () => void): void {
    const button = this.querySelector<HTMLButtonElement>(selector)
    if (!button) return
    button.hidden = false
    button.addEventListener('click', act)
  }

  private async copy(url: string): Promise<void> {
    const status = this.querySelector<HTMLElement>('[role="status"]')
    const isDone = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    )
    if (!status) return
    const message = (isDone ? status.dataset.done : status.dataset.failed) ?? ''
    status.textContent = message
    setTimeout(() => {
      if (status.textContent === message) status.textContent = ''
    }, SAID_FOR_MS)
  }
}

function canShare(share: ShareData): boolean {
  return typeof navigator.share === 'function' && (navigator.canShare?.(share) ?? true)
}

/* The reader closed the sheet, which is no failure. */
function isNoFault(): void {}

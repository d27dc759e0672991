/* Why this needs script: the player of another site tracks everybody who loads it, so it loads only after a click. */

/** Wraps a link `a[data-embed]` to the video's own page. */
export class VideoEmbed extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', event => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-embed]') : null
      if (!link?.dataset.embed || isForNewTab(event)) return
      event.preventDefault()
      this.play(link.dataset.embed, link.dataset.title ?? '')
    })
  }

  private play(address: string, title: string): void {
    const frame = document.createElement('iframe')
    frame.src = address
    frame.title = title
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media'
    frame.allowFullscreen = true
    /* Players refuse to play without a referrer that names the embedding site. */
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    this.replaceChildren(frame)
    frame.focus()
  }
}

function isForNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
}

/* Why this needs script: a player from elsewhere follows whoever loads it, so it loads only after a click. */

/** Around a link `a[data-embed]` that leads to the video's own page. */
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
    /* The players refuse to play when they are not told which site they stand on. */
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    this.replaceChildren(frame)
    frame.focus()
  }
}

function isForNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
}

/* Why this needs script: a picture opens above the article, not as a file. Without script the link opens the file. */
const PHOTO = 'a[data-photo]'

type Photos = {
  openPhoto: (lightbox: HTMLElement, photos: HTMLAnchorElement[], photo: HTMLAnchorElement) => void
}

/** Wraps links to pictures, and one `<dialog>` with the words and buttons. `data-script` opens it. */
export class PhotoLightbox extends HTMLElement {
  connectedCallback(): void {
    this.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
      const photo = event.target.closest<HTMLAnchorElement>(PHOTO)
      if (!photo || !this.querySelector('dialog')?.showModal) return
      event.preventDefault()
      import(this.dataset.script ?? '').then(
        ({ openPhoto }: Photos) =>
          openPhoto(this, [...this.querySelectorAll<HTMLAnchorElement>(PHOTO)], photo),
        () => location.assign(photo.href),
      )
    }
  }
}

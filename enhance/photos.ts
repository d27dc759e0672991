/*
 * Why this needs script: a picture is enlarged above the article, and the next one is a key away. It is loaded when
 * somebody opens the first one.
 */
import { stepOf } from './photos/photo-step.ts'

const viewers = new WeakMap<HTMLElement, PhotoViewer>()

/** Opens a picture in the dialog of the lightbox around it; `photos` are the links to all of its pictures. */
export function openPhoto(
  lightbox: HTMLElement,
  photos: HTMLAnchorElement[],
  photo: HTMLAnchorElement,
): void {
  const dialog = lightbox.querySelector('dialog')
  if (!dialog) return
  const viewer = viewers.get(lightbox) ?? new PhotoViewer(dialog)
  viewers.set(lightbox, viewer)
  viewer.open(photos, photo)
}

class PhotoViewer {
  private photos: HTMLAnchorElement[] = []
  private shown = 0
  private opener: HTMLElement | null = null

  constructor(private readonly dialog: HTMLDialogElement) {
    dialog.addEventListener('click', event => this.press(event))
    dialog.addEventListener('keydown', event => {
      const step = stepOf(event.key, getComputedStyle(dialog).direction)
      if (step !== 0 && !event.altKey && !event.ctrlKey && !event.metaKey) this.show(this.shown + step)
    })
    /* Escape closes the dialog without calling our code. */
    dialog.addEventListener('close', () => {
      dialog.querySelector('[data-stage]')?.replaceChildren()
      this.opener?.focus({ preventScroll: true })
    })
  }

  open(photos: HTMLAnchorElement[], photo: HTMLAnchorElement): void {
    const { dialog } = this
    this.photos = photos
    this.opener = photo
    for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]'))
      button.hidden = this.photos.length < 2
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-close]')?.focus()
    this.show(this.photos.indexOf(photo))
  }

  private press(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null
    const step = target?.closest<HTMLElement>('[data-step]')?.dataset.step
    if (step) this.show(this.shown + Number(step))
    else if (!target?.closest('img, [data-caption]')) this.dialog.close()
  }

  private show(index: number): void {
    const { dialog } = this
    const photo = this.photos[index]
    const picture = photo?.querySelector('picture, img')
    if (!photo || !picture) return
    this.shown = index
    dialog.querySelector('[data-stage]')?.replaceChildren(enlarged(picture))
    dialog.querySelector('[data-caption]')?.replaceChildren(...captionOf(photo))
    const counter = dialog.querySelector<HTMLElement>('[data-counter]')
    if (counter)
      counter.textContent = this.photos.length < 2 ? '' : count(counter, index + 1, this.photos.length)
    for (const button of dialog.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      const isAtEnd = !this.photos[index + Number(button.dataset.step)]
      /* Disabling the focused button would lose the focus, and the arrow keys with it. */
      button.setAttribute('aria-disabled', String(isAtEnd))
    }
  }
}

/** The same picture at the width of the window; the page already contains all of its sources. */
function enlarged(picture: Element): Element {
  const copy = picture.cloneNode(true) as Element
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    part.removeAttribute('class')
    part.removeAttribute('loading')
    if (part.hasAttribute('sizes')) part.setAttribute('sizes', '100vw')
  }
  return copy
}

function captionOf(photo: HTMLAnchorElement): Node[] {
  const caption = photo.closest('figure')?.querySelector(':scope > figcaption')
  return caption ? [...caption.cloneNode(true).childNodes] : []
}

function count(counter: HTMLElement, number: number, total: number): string {
  return (counter.dataset.counter ?? '').replace('{number}', String(number)).replace('{total}', String(total))
}

declare global {
  interface Document {
    /** Missing in some browsers. */
    readonly prerendering?: boolean
  }
}

/** Acts once the reader asked for this page: the browser may draw one before that. */
export function whenActivated(act: () => void): void {
  if (document.prerendering) document.addEventListener('prerenderingchange', act, { once: true })
  else act()
}

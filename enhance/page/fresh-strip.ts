/*
 * Why this needs script: a page that the browser kept while the reader was elsewhere still has the breaking strip of that
 * time, or none.
 */

/** Asks for the breaking strip when the browser shows a page that it kept. */
export function freshenStrip(): void {
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return
    const { lang, dataset } = document.documentElement
    const response = await fetch(`/breaking/${lang}`).catch(() => null)
    if (!response?.ok) return
    const template = document.createElement('template')
    template.innerHTML = await response.text()
    document.querySelector('breaking-strip')?.remove()
    delete dataset.breakingClosed
    document.querySelector('main')?.before(template.content)
  })
}

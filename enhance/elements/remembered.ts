/* Why this needs script: what a reader chose is kept in their browser, because pages are shared by everybody. */

/** What was kept under a name; null when nothing was, or when the browser keeps nothing (private windows, policies). */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a value, or forgets it. A browser that refuses forgets it with the page. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    /* The choice holds for this page at least. */
  }
}

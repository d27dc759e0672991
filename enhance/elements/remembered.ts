/* Why this needs script: what a reader chose is kept in their browser, because pages are shared by everybody. */

/** The stored value of a name; null without one, or when the browser stores nothing (private windows, policies). */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Stores a value; null removes it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    /* The browser refuses to store anything; the choice still applies to this page. */
  }
}

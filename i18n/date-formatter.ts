const cache = new Map<string, Intl.DateTimeFormat>()

/* Making a formatter takes a hundred times as long as using it, and a page formats a hundred dates. */
export function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag}|${JSON.stringify(options)}`
  let found = cache.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(tag, options)
    cache.set(key, found)
  }
  return found
}

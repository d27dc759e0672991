const cache = new Map<string, Intl.DateTimeFormat>()

/* Making a formatter costs a hundred times what using it does, and a page prints a hundred times. */
export function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag}|${JSON.stringify(options)}`
  let found = cache.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(tag, options)
    cache.set(key, found)
  }
  return found
}

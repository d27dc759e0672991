/* Browsers send a handful of short headers, millions of times, and reading one anew costs ten microseconds. */
const MAX_REMEMBERED = 256
const MAX_REMEMBERED_LENGTH = 100
/* No browser sends more, and more from a stranger is not worth the work. */
const MAX_LENGTH = 500

/** Makes a function that remembers its choice for each short header, out of one that chooses by a header. */
export function negotiated<Choice>(
  choose: (header: string) => Choice,
): (header: string | undefined) => Choice {
  const remembered = new Map<string, Choice>()
  return (header = '') => {
    const known = remembered.get(header)
    if (known !== undefined) return known
    const choice = choose(header.slice(0, MAX_LENGTH))
    if (header.length <= MAX_REMEMBERED_LENGTH) {
      /* Headers that strangers invent may not keep those of browsers out for ever. */
      if (remembered.size >= MAX_REMEMBERED) remembered.clear()
      remembered.set(header, choice)
    }
    return choice
  }
}

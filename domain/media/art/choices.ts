/** Decisions derived from a seed. Each one has a name, so that adding a decision later never changes the others. */
export type Choices = {
  /** A number from 0 up to, but not including, 1. */
  share(label: string): number
  pick<T>(label: string, options: readonly [T, ...T[]]): T
}

export function choicesFrom(seed: string): Choices {
  const share = (label: string) => scramble(`${seed}\u001f${label}`) / 2 ** 32
  return {
    share,
    pick: (label, options) => options[Math.floor(share(label) * options.length)] ?? options[0],
  }
}

/** FNV-1a over UTF-16 code units, then Murmur's finaliser, which separates similar seeds ("story-1", "story-2"). */
function scramble(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

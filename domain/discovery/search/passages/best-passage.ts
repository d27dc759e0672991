import type { WantedWords } from './wanted-words.ts'

const MOST_CHARACTERS = 200
const ELLIPSIS = '…'

/**
 * The part of a text, of some 200 characters and whole words, in which most different wanted words stand; null when
 * there is none. Paragraphs are lines, and a passage keeps to one. `most` different ones are as good as it gets.
 */
export function bestPassage(
  text: string,
  wantedIn: WantedWords,
  most = Number.POSITIVE_INFINITY,
): string | null {
  let best: { line: string; worth: number; at: number } | null = null
  for (const line of text.split('\n')) {
    if (best && best.worth >= most) break
    const wanted = wantedIn(line)
    for (const [index, first] of wanted.entries()) {
      const near = wanted.slice(index).filter(({ end }) => end - first.start <= MOST_CHARACTERS)
      const worth = new Set(near.map(({ stem }) => stem)).size
      if (!best || worth > best.worth) best = { line, worth, at: first.start }
    }
  }
  return best && cut(best.line, best.at)
}

/* A little of what comes before it, from where a word begins. */
function cut(line: string, at: number): string {
  if (line.length <= MOST_CHARACTERS) return line.trim()
  const from = Math.max(0, Math.min(at - MOST_CHARACTERS / 4, line.length - MOST_CHARACTERS))
  const start = from === 0 ? 0 : wordStart(line, from)
  const end = start + MOST_CHARACTERS >= line.length ? line.length : wordEnd(line, start + MOST_CHARACTERS)
  const passage = line.slice(start, end).trim()
  return `${start > 0 ? ELLIPSIS : ''}${passage}${end < line.length ? ELLIPSIS : ''}`
}

function wordStart(line: string, from: number): number {
  const space = line.indexOf(' ', from - 1)
  return space === -1 ? from : space + 1
}

function wordEnd(line: string, to: number): number {
  const space = line.lastIndexOf(' ', to)
  return space <= 0 ? to : space
}

import type { WordMatcher } from './word-matcher.ts'

const MAX_CHARACTERS = 200
const ELLIPSIS = '…'

/**
 * The part of a text, of some 200 characters and whole words, that has the most different matches; null without a
 * match. Paragraphs are lines, and a passage stays within one. The search ends at `most` different matches.
 */
export function bestPassage(
  text: string,
  matchesIn: WordMatcher,
  most = Number.POSITIVE_INFINITY,
): string | null {
  let best: { line: string; score: number; at: number } | null = null
  for (const line of text.split('\n')) {
    if (best && best.score >= most) break
    const matches = matchesIn(line)
    for (const [index, first] of matches.entries()) {
      const near = matches.slice(index).filter(({ end }) => end - first.start <= MAX_CHARACTERS)
      const score = new Set(near.map(({ stem }) => stem)).size
      if (!best || score > best.score) best = { line, score, at: first.start }
    }
  }
  return best && cut(best.line, best.at)
}

/* Starts at a word a little before the match. */
function cut(line: string, at: number): string {
  if (line.length <= MAX_CHARACTERS) return line.trim()
  const from = Math.max(0, Math.min(at - MAX_CHARACTERS / 4, line.length - MAX_CHARACTERS))
  const start = from === 0 ? 0 : wordStart(line, from)
  const end = start + MAX_CHARACTERS >= line.length ? line.length : wordEnd(line, start + MAX_CHARACTERS)
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

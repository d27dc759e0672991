/* Sentences, then clauses, then words. Abbreviations are words by now, so that every full stop ends a sentence. */
const ENDS = [/[.!?؟…][»”"')\]]*\s+/g, /[،,;؛:]\s+/g, /\s+/g]

/** Cuts a text into parts of at most so many letters: at the end of a sentence where there is one, then of a clause. */
export function cutText(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = lastEnd(rest.slice(0, most + 1)) || most
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest ? [...parts, rest] : parts
}

function lastEnd(text: string): number {
  for (const pattern of ENDS) {
    const last = [...text.matchAll(pattern)].at(-1)
    if (last && last.index > 0) return last.index + last[0].length
  }
  return 0
}

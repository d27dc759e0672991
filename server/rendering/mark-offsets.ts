import type { Mark } from './plain-html.ts'

/** Marks whose offsets count bytes rather than characters: a letter of Arabic takes two. */
export function inBytes(marks: readonly Mark[], html: string): Mark[] {
  const offsets = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const bytes = new Map<number, number>()
  let [position, sum] = [0, 0]
  for (const offset of offsets) {
    sum += Buffer.byteLength(html.slice(position, offset))
    position = offset
    bytes.set(offset, sum)
  }
  const place = (offset: number) => bytes.get(offset) ?? 0
  return marks.map(mark => ({ ...mark, start: place(mark.start), end: place(mark.end) }))
}

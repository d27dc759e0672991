import type { Mark } from '#server/rendering/plain-html.ts'
import { bodyHash } from '#server/responses/send.ts'
import type { Chunk, SharedParts } from './shared-parts.ts'

/** The text of a page alone, with the places of what it shares with others. */
export type OwnText = { bytes: Buffer; hash: string; marks: readonly Mark[] }

/** A page put together: its bytes, and a hash that names them. */
export type Composed = { hash: string; bytes: () => Buffer }

type Choice = { count: number; pictured: number; without: number[] }

/**
 * Puts a page together, by its own text and what all pages of its language share. `gone` are stories that stand on the page
 * and were withdrawn: what shows one of them alone is left out.
 */
export function compose(own: OwnText, parts: SharedParts, gone: ReadonlySet<number>): Composed {
  const pieces: Buffer[] = []
  let names = own.hash
  let position = 0
  const put = ({ bytes, hash }: Chunk) => {
    pieces.push(bytes)
    names += `,${hash}`
  }
  for (const { name, start, end, choice, story } of own.marks) {
    if (name === 'story' && !gone.has(story ?? 0)) continue
    pieces.push(own.bytes.subarray(position, start))
    position = end
    if (name === 'story') names += `,-${story}`
    else if (name === 'latest') for (const chunk of columnOf(parts, JSON.parse(choice ?? '{}'))) put(chunk)
    else put(chunkFor(parts, name, choice))
  }
  pieces.push(own.bytes.subarray(position))
  return { hash: bodyHash(Buffer.from(names)), bytes: () => joined(pieces) }
}

function chunkFor({ chunks }: SharedParts, name: string, choice: string | null): Chunk {
  const chunk = (choice === null ? undefined : chunks.get(`${name}:${choice}`)) ?? chunks.get(name)
  if (!chunk) throw new Error(`A page has a place for "${name}", which no part fills`)
  return chunk
}

/* Headlines that stand elsewhere on the page are left out, and some of the first have their picture. */
function columnOf({ latest, ranked }: SharedParts, { count, pictured, without }: Choice): Chunk[] {
  if (!latest) return []
  const named = new Set(without)
  const lines = latest.lines.filter(({ story }) => !named.has(story) && !ranked.has(story)).slice(0, count)
  if (lines.length === 0) return []
  const step = Math.max(1, Math.floor(lines.length / 3 / Math.max(1, pictured)))
  const isPictured = (index: number) => index % step === 0 && index / step < pictured
  return [
    latest.opening,
    ...lines.map((line, index) => (isPictured(index) ? line.pictured : line.plain)),
    latest.closing,
  ]
}

/* One block of the exact size: Buffer.concat would take a part of a pool that is too small for a page, and fill it first. */
function joined(pieces: readonly Buffer[]): Buffer {
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0))
  let position = 0
  for (const piece of pieces) position += piece.copy(whole, position)
  return whole
}

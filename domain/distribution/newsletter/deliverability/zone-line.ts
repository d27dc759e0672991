import type { WantedRecord } from './record-check.ts'

const MOST_BYTES = 255

/** A record as a line of a zone file, where a text of more than 255 bytes stands in pieces. */
export function zoneLine({ name, type, value }: WantedRecord): string {
  if (type === 'MX') return `${name}. IN MX ${value}`
  const pieces = value.match(new RegExp(`.{1,${MOST_BYTES}}`, 'g')) ?? ['']
  return `${name}. IN TXT ${pieces.map(piece => `"${piece.replace(/["\\]/g, '\\$&')}"`).join(' ')}`
}

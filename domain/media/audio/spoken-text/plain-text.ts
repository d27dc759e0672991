import type { SpokenBlock } from './spoken-block.ts'

/** The text for a voice that knows no markup: a line for each block, and a blank one between them. */
export function plainTextOf(blocks: readonly SpokenBlock[]): string {
  return blocks.map(({ runs }) => ended(runs.map(({ text }) => text).join('')).trim()).join('\n\n')
}

/** A sentence that has an end: voices let theirs fall there. */
export function ended(text: string): string {
  const trimmed = text.trimEnd()
  return /[.!?؟…:][)\]»”"']*$/.test(trimmed) ? trimmed : `${trimmed.replace(/[،,;؛]$/, '')}.`
}

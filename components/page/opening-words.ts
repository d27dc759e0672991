import type { Body } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'

/* Search engines show about this many characters of a description. */
const LONGEST = 160

/** The first paragraph of a body as a description: whole, or cut after a word. */
export function openingWords({ content }: Body): string {
  const paragraph = content.find(block => block.type === 'paragraph')
  return paragraph ? shortened(textOf(paragraph), LONGEST) : ''
}

/** A text of at most `longest` characters, cut after a word where necessary. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const words = text.slice(0, longest)
  const end = words.lastIndexOf(' ')
  return `${words.slice(0, end > 0 ? end : -1).replace(/[\s,،;؛:.–-]+$/, '')}…`
}

import type { Body } from '#body/body.ts'
import { textOf } from '#components/body/plain-text.ts'

/* What search engines show of a description, about. */
const LONGEST = 160

/** The first paragraph of a text as its description: whole, or cut behind a word. */
export function openingWords({ content }: Body): string {
  const paragraph = content.find(block => block.type === 'paragraph')
  return paragraph ? shortened(textOf(paragraph), LONGEST) : ''
}

/** A text that is no longer than `longest`, cut behind a word if need be. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const words = text.slice(0, longest)
  const end = words.lastIndexOf(' ')
  return `${words.slice(0, end > 0 ? end : -1).replace(/[\s,،;؛:.–-]+$/, '')}…`
}

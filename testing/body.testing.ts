import type { Body } from '#body/body.ts'

/** A body of one paragraph. */
export function aBody(text: string): Body {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

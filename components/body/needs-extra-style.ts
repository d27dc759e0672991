import type { Body } from '#body/body.ts'

type AnyNode = { type: string; attrs?: Readonly<Record<string, unknown>>; content?: readonly AnyNode[] }

/* Lines, halves and headings stand only inside these. */
const EXTRA = new Set(['embed', 'video', 'audio', 'file', 'verse', 'infoBox', 'details', 'footnote'])

/** Whether a body has anything that only extra-blocks.css styles. */
export function needsExtraStyle(body: Body): boolean {
  const isExtra = ({ type, attrs, content }: AnyNode): boolean =>
    EXTRA.has(type) ||
    Boolean(attrs?.dir || (attrs?.lang && type !== 'blockquote')) ||
    (content?.some(isExtra) ?? false)
  return isExtra(body)
}

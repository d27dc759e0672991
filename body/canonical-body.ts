import type { Body, InlineNode, Mark, TextNode } from './body.ts'
import { type BodyAttribute, bodySchema } from './body-schema.ts'

type Loose = {
  type: string
  attrs?: Record<string, unknown>
  content?: Loose[]
  marks?: Mark[]
  text?: string
}

/**
 * The one form of a body that is stored, hashed and compared: keys sorted, defaults written out, marks in the
 * schema's order, equal neighbours merged, and everything empty removed (texts and paragraphs, a line break at the
 * end of a paragraph, control characters). Expects a valid body; to validate one, use `parseBody`.
 */
export function canonicalBody(body: Body): Body {
  return canonicalNode(body as Loose) as Body
}

function canonicalNode(node: Loose): Loose {
  const attrs = canonicalAttrs(node)
  const content = canonicalContent(node)
  return {
    ...(attrs ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    type: node.type,
  }
}

function canonicalAttrs(node: Loose | Mark): Record<string, unknown> | undefined {
  const specs = (bodySchema.nodes[node.type as 'doc'] ?? bodySchema.marks[node.type as 'link'])?.spec.attrs
  if (!specs) return undefined
  const given = ('attrs' in node ? node.attrs : undefined) as Record<string, unknown> | undefined
  const entries = Object.entries(specs as Record<string, BodyAttribute>)
    .map(([name, spec]) => ({ name, spec, value: given?.[name] ?? spec.default ?? null }))
    .filter(({ spec, value }) => value !== null || !spec.isSparse)
    .map(({ name, value }) => [name, value] as const)
  if (entries.length === 0) return undefined
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, clean(value)]),
  )
}

const clean = (value: unknown) =>
  typeof value === 'string' ? withoutControls(value).replace(/\s*\n\s*/g, ' ') : value

/* Neither XML nor Markdown can carry control characters or halves of surrogate pairs. */
function withoutControls(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  )
}

function canonicalContent(node: Loose): Loose[] {
  const children = node.content ?? []
  if (node.type === 'codeBlock') {
    const text = withoutControls(children.map(child => child.text ?? '').join(''))
    return text ? [{ text, type: 'text' }] : []
  }
  if (bodySchema.nodes[node.type as 'doc']?.inlineContent) {
    return canonicalInlines(children as InlineNode[]) as unknown as Loose[]
  }
  if (node.type === 'verse') return canonicalLines(children.map(canonicalNode))
  if (node.type === 'verseLine') return canonicalHalves(children.map(canonicalNode))
  const [first] = children
  if (first?.type === 'infoBoxHeading' || first?.type === 'detailsSummary') {
    const heading = canonicalNode(first)
    const isKept = heading.content !== undefined || first.type === 'detailsSummary'
    return [...(isKept ? [heading] : []), ...canonicalBlocks(children.slice(1), node)]
  }
  return canonicalBlocks(children, node)
}

function canonicalBlocks(children: Loose[], node: Loose): Loose[] {
  const blocks = children.map(canonicalNode)
  const kept = blocks.filter(block => block.type !== 'paragraph' || block.content !== undefined)
  if (kept.length > 0) return kept
  /* The schema demands at least one block, also of an empty document. */
  return node.type === 'doc' || blocks.length > 0 ? [{ type: 'paragraph' }] : []
}

/* A line without words separates two stanzas. A second one in a row, or one at an end, is redundant. */
function canonicalLines(lines: Loose[]): Loose[] {
  const isBreak = (line: Loose | undefined) => line?.content?.every(half => half.content === undefined)
  const kept = lines.filter((line, index) => !isBreak(line) || (index > 0 && !isBreak(lines[index - 1])))
  if (isBreak(kept.at(-1)) && kept.length > 1) kept.pop()
  return kept.length > 0 ? kept : lines.slice(0, 1)
}

/* A line with one empty half is a line of one half. */
function canonicalHalves(halves: Loose[]): Loose[] {
  const kept = halves.map(trimmed).filter(half => half.content !== undefined)
  return kept.length > 0 ? kept : halves.slice(0, 1)
}

/* Space at the ends of a half is layout, not text. */
function trimmed(half: Loose): Loose {
  const content = [...(half.content ?? [])]
  const trimEnd = (index: 0 | -1, space: RegExp) => {
    for (let end = content.at(index); end?.type === 'text'; end = content.at(index)) {
      const text = end.text?.replace(space, '') ?? ''
      if (text) {
        content.splice(index, 1, { ...end, text })
        return
      }
      content.splice(index, 1)
    }
  }
  trimEnd(0, /^ +/)
  trimEnd(-1, / +$/)
  return content.length > 0 ? { content, type: half.type } : { type: half.type }
}

function canonicalInlines(inlines: InlineNode[]): InlineNode[] {
  const merged: InlineNode[] = []
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      merged.push({ type: 'hardBreak' })
      continue
    }
    if (inline.type === 'footnote') {
      const content = canonicalInlines(inline.content ?? []) as TextNode[]
      if (content.length > 0) merged.push({ content, type: 'footnote' })
      continue
    }
    const text = withoutControls(inline.text).replace(/[\t\n]+/g, ' ')
    if (!text) continue
    const marks = canonicalMarks(inline.marks ?? [])
    const last = merged.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text
    else merged.push({ ...(marks.length > 0 ? { marks } : {}), text, type: 'text' })
  }
  while (merged.at(-1)?.type === 'hardBreak') merged.pop()
  return merged.map((inline, index) =>
    inline.type === 'hardBreak' ? withSharedMarks(merged[index - 1], merged[index + 1]) : inline,
  )
}

/* A break takes the marks that both its sides have, so that a link over two lines stays one link. */
function withSharedMarks(before: InlineNode | undefined, after: InlineNode | undefined): InlineNode {
  if (before?.type !== 'text' || after?.type !== 'text') return { type: 'hardBreak' }
  const marks = (before.marks ?? []).filter(
    mark => mark.type !== 'code' && (after.marks ?? []).some(other => sameMarks([mark], [other])),
  )
  return { ...(marks.length > 0 ? { marks } : {}), type: 'hardBreak' }
}

function canonicalMarks(marks: Mark[]): Mark[] {
  const names = Object.keys(bodySchema.marks)
  return marks
    .map(mark => {
      const attrs = canonicalAttrs(mark)
      return { ...(attrs ? { attrs } : {}), type: mark.type } as Mark
    })
    .sort((a, b) => names.indexOf(a.type) - names.indexOf(b.type))
}

/** Whether two canonical lists of marks are the same. */
export function sameMarks(a: Mark[], b: Mark[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

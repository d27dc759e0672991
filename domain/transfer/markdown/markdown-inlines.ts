import type { FootnoteReference, Link, LinkReference, PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { InlineNode, Mark } from '#body/body.ts'
import { isLanguageTag } from '#body/language-tag.ts'
import { withoutMarksInLink } from '#domain/transfer/automatic-link.ts'
import type { MarkdownReading } from './markdown-reading.ts'

/** Marks the place between the halves of a line of verse while it is read. */
export const CAESURA: InlineNode = { type: 'hardBreak' }

/** Running text of Markdown as inline nodes of a body. */
export function inlinesOf(
  nodes: PhrasingContent[],
  reading: MarkdownReading,
  marks: Mark[] = [],
): InlineNode[] {
  return nodes.flatMap(node => inlineOf(node, reading, marks))
}

function inlineOf(node: PhrasingContent, reading: MarkdownReading, marks: Mark[]): InlineNode[] {
  const inside = (children: PhrasingContent[], mark: Mark) =>
    inlinesOf(children, reading, marks.some(other => other.type === mark.type) ? marks : [...marks, mark])
  switch (node.type) {
    case 'text':
      return reading.isInVerse ? linesOf(node.value, marks) : text(node.value, marks)
    case 'caesura':
      return reading.isInVerse ? [CAESURA] : text('||', marks)
    case 'strong':
      return inside(node.children, { type: 'bold' })
    case 'emphasis':
      return inside(node.children, { type: 'italic' })
    case 'delete':
      return inside(node.children, { type: 'strike' })
    case 'inlineCode':
      return text(node.value, [...marks, { type: 'code' }])
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      return linkOf(node, reading, marks)
    case 'linkReference':
      return linkOf(node, reading, marks)
    case 'textDirective':
      return directiveOf(node, reading, marks)
    case 'html':
      if (!node.value.startsWith('<!--')) {
        reading.mistake(node, `HTML (${node.value}) has no place here; write \\< for the character itself`)
      }
      return []
    case 'image':
    case 'imageReference':
      reading.mistake(node, 'a picture stands on a line of its own: ::figure{file=... alt="..."}')
      return []
    case 'footnoteReference':
      return footnoteOf(node, reading)
  }
}

/* The end of a line inside a paragraph is a space. */
function text(value: string, marks: Mark[]): InlineNode[] {
  const flowing = value.replace(/\s*\n\s*/g, ' ')
  return flowing ? [{ type: 'text', text: flowing, ...(marks.length > 0 ? { marks } : {}) }] : []
}

/* In a poem, the end of a line is a break. */
function linesOf(value: string, marks: Mark[]): InlineNode[] {
  return value
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' } as const] : []), ...text(line, marks)])
}

function footnoteOf(node: FootnoteReference, reading: MarkdownReading): InlineNode[] {
  const definition = reading.takeFootnote(node)
  const [paragraph, ...rest] = definition?.children ?? []
  if (paragraph?.type !== 'paragraph' || rest.length > 0) {
    reading.mistake(definition ?? node, 'a footnote holds one paragraph of text')
    return []
  }
  const inlines = inlinesOf(paragraph.children, reading)
  const content = inlines.filter(inline => inline.type === 'text')
  if (content.length < inlines.length)
    reading.mistake(definition ?? node, 'a footnote holds neither line breaks nor footnotes')
  return content.length > 0 ? [{ type: 'footnote', content }] : []
}

function linkOf(node: Link | LinkReference, reading: MarkdownReading, marks: Mark[]): InlineNode[] {
  /* Only written links have a position. Others were guessed from text, and an escaped "@" must stay an "@". */
  if (!node.position) return inlinesOf(node.children, reading, marks)
  const href = node.type === 'link' ? node.url : (reading.definitions.get(node.identifier)?.url ?? '')
  const linked = inlinesOf(node.children, reading, [...marks, { type: 'link', attrs: { href } }])
  /* An address that nobody put into brackets became a link by itself. */
  const isAutomatic = !/^[<[]/.test(reading.slice(node.position.start.offset, node.position.end.offset))
  const link = isAutomatic ? withoutMarksInLink(linked, href) : { nodes: linked, href }
  reading.link(node, link.href)
  return link.nodes
}

const MARKS_BY_NAME = new Map<string, Mark>([
  ['sub', { type: 'subscript' }],
  ['sup', { type: 'superscript' }],
  ['bold', { type: 'bold' }],
  ['italic', { type: 'italic' }],
  ['strike', { type: 'strike' }],
  ['code', { type: 'code' }],
])

function directiveOf(node: TextDirective, reading: MarkdownReading, marks: Mark[]): InlineNode[] {
  const end = (node.position?.start.offset ?? 0) + 1 + node.name.length
  if (reading.slice(end, end + 1) !== '[') return asWritten(node, reading, marks, end)
  reading.refuseProto(node)
  const { lang, ...others } = node.attributes ?? {}
  const inside = (mark: Mark) => {
    if (Object.keys(others).length > 0 || (lang && node.name !== 'lang')) {
      reading.mistake(node, `:${node.name}[...] takes no attributes of this kind`)
    }
    if (marks.some(other => other.type === mark.type && mark.type === 'foreign')) {
      reading.mistake(node, 'foreign text cannot stand inside foreign text')
      return []
    }
    const all = marks.some(other => other.type === mark.type) ? marks : [...marks, mark]
    return inlinesOf(node.children, reading, all)
  }
  const mark = MARKS_BY_NAME.get(node.name)
  if (mark) return inside(mark)
  if (node.name === 'ar' || node.name === 'en') return inside({ type: 'foreign', attrs: { lang: node.name } })
  if (node.name === 'br') return [{ type: 'hardBreak' }]
  if (node.name !== 'lang') return asWritten(node, reading, marks, end)
  if (!lang || !isLanguageTag(lang)) {
    reading.mistake(node, ':lang[...] names its language, as in :lang[bonjour]{lang=fr}')
    return []
  }
  return inside({ type: 'foreign', attrs: { lang } })
}

/* "10:30", "C++:abc", «قال:كذا»: a colon before a word is a colon, unless the word is one of ours. */
function asWritten(
  node: TextDirective,
  reading: MarkdownReading,
  marks: Mark[],
  nameEnd: number,
): InlineNode[] {
  const { position } = node
  const after = position?.end.offset ?? 0
  if (node.children.length > 0 && reading.slice(after, after + 1) === '(') {
    reading.mistake(node, `":${node.name}[" hides the link after it; write \\:${node.name}[`)
  }
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (!first || !last) return text(reading.slice(position?.start.offset, position?.end.offset), marks)
  return [
    ...text(reading.slice(position?.start.offset, first.position?.start.offset ?? nameEnd), marks),
    ...inlinesOf(node.children, reading, marks),
    ...text(reading.slice(last.position?.end.offset, position?.end.offset), marks),
  ]
}

import type { InlineNode, Mark } from '#body/body.ts'
import { withoutMarksInLink } from '#domain/transfer/automatic-link.ts'
import { DROPPED_WHOLE } from './html-elements.ts'
import { noteLook } from './html-look.ts'
import { type HtmlElement, type HtmlNode, isElement } from './html-node.ts'
import type { Losses } from './losses.ts'

const MARKS = new Map<string, Mark>([
  ['b', { type: 'bold' }],
  ['strong', { type: 'bold' }],
  ['i', { type: 'italic' }],
  ['em', { type: 'italic' }],
  ['cite', { type: 'italic' }],
  ['dfn', { type: 'italic' }],
  ['var', { type: 'italic' }],
  ['s', { type: 'strike' }],
  ['strike', { type: 'strike' }],
  ['del', { type: 'strike' }],
  ['code', { type: 'code' }],
  ['kbd', { type: 'code' }],
  ['samp', { type: 'code' }],
  ['tt', { type: 'code' }],
  ['sub', { type: 'subscript' }],
  ['sup', { type: 'superscript' }],
])

/* Elements that become plain text without a note in the report: they carry nothing that a reader would miss. */
const PLAIN = new Set([
  'span',
  'font',
  'bdi',
  'wbr',
  'time',
  'label',
  'data',
  'picture',
  'center',
  'a',
  'p',
  'div',
  'section',
  'figcaption',
  'summary',
  'address',
])

export type InlineContext = {
  losses: Losses
  /** An address in the form that a body may hold; null when it may not. */
  href: (raw: string) => string | null
  locale: 'ar' | 'en'
}

/** Converts nodes to text with marks. Blocks among them are read as text: callers take them out first. */
export function inlineOf(nodes: HtmlNode[], context: InlineContext, marks: Mark[] = []): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'text') {
      const text = node.data.replace(/[ \t\r\n\f]+/g, ' ')
      return text ? [withMarks(text, marks)] : []
    }
    if (!isElement(node)) return []
    return elementInline(node, context, marks)
  })
}

function elementInline(element: HtmlElement, context: InlineContext, marks: Mark[]): InlineNode[] {
  const { name } = element
  const inside = (more: Mark[] = []) => inlineOf(element.children, context, [...marks, ...more])
  noteLook(element, context.losses)
  if (name === 'br') return [{ type: 'hardBreak' }]
  if (DROPPED_WHOLE.has(name)) {
    context.losses.drop(`<${name}>`)
    return []
  }
  if (name === 'a') {
    const href = element.attribs.href ? context.href(element.attribs.href) : null
    if (element.attribs.href && !href) context.losses.simplify('link that cannot be kept')
    return href && !marks.some(mark => mark.type === 'link')
      ? withoutMarksInLink(inside([{ type: 'link', attrs: { href } }]), href).nodes
      : inside()
  }
  if (name === 'q') {
    const [open, close] = context.locale === 'ar' ? ['«', '»'] : ['“', '”']
    return [withMarks(open, marks), ...inside(), withMarks(close, marks)]
  }
  const language = element.attribs.lang?.split('-')[0]
  const foreign: Mark[] =
    language && /^[a-z]{2,3}$/.test(language) && language !== context.locale
      ? [{ type: 'foreign', attrs: { lang: language } }]
      : []
  const mark = MARKS.get(name)
  if (mark) return inside(marks.some(has => has.type === mark.type) ? foreign : [mark, ...foreign])
  if (!PLAIN.has(name)) context.losses.simplify(`<${name}> became plain text`)
  return inside(foreign)
}

function withMarks(text: string, marks: Mark[]): InlineNode {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

/** Removes invisible space: at both ends, doubled, and around line breaks. */
export function tidyInline(nodes: InlineNode[]): InlineNode[] {
  const out: InlineNode[] = []
  for (const node of nodes) {
    const previous = out.at(-1)
    if (node.type === 'hardBreak') {
      if (previous?.type === 'text') trimEnd(out)
      out.push(node)
      continue
    }
    if (node.type === 'footnote') {
      out.push(node)
      continue
    }
    const atStart = !previous || previous.type === 'hardBreak'
    const afterSpace = previous?.type === 'text' && previous.text.endsWith(' ')
    const text = atStart || afterSpace ? node.text.replace(/^ +/, '') : node.text
    if (text) out.push({ ...node, text })
  }
  while (out.length > 0) {
    const last = out.at(-1)
    if (last?.type === 'hardBreak') out.pop()
    else if (last?.type === 'text' && last.text.endsWith(' ')) trimEnd(out)
    else break
  }
  while (out[0]?.type === 'hardBreak') out.shift()
  return out
}

function trimEnd(nodes: InlineNode[]): void {
  const last = nodes.pop()
  if (last?.type !== 'text') return
  const text = last.text.replace(/ +$/, '')
  if (text) nodes.push({ ...last, text })
}

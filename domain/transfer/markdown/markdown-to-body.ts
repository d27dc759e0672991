import type { List, RootContent, Table } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { BlockNode, ListItem, TableCell } from '#body/body.ts'
import { linkFault } from '#body/links.ts'
import { parseBody } from '#body/parse-body.ts'
import { isExpected } from '#errors/expected-error.ts'
import { errorWords } from '#i18n/error-words.ts'
import { remarkCaesura } from './caesura.ts'
import { directiveBlock } from './markdown-directives.ts'
import { inlinesOf } from './markdown-inlines.ts'
import { MarkdownReading } from './markdown-reading.ts'
import { type MarkdownMistake, type MediaReference, type SeedBody, storyKeyOf } from './seed-body.ts'

export type ReadMarkdown = Omit<SeedBody, 'media'> & {
  media: (MediaReference & { line: number })[]
  storyLinks: { key: string; line: number }[]
  mistakes: MarkdownMistake[]
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkCaesura)

/**
 * Reads the Markdown of docs/seeding.md. Mistakes are collected with their lines, counted from `firstLine`;
 * a body with mistakes is incomplete.
 */
export function markdownToBody(markdown: string, firstLine = 1): ReadMarkdown {
  const source = markdown.replace(/\r\n?/g, '\n')
  const reading = new MarkdownReading(source, firstLine)
  const tree = parser.parse(source)
  for (const node of tree.children) {
    if (node.type === 'definition') reading.definitions.set(node.identifier, node)
    else if (node.type === 'footnoteDefinition') reading.footnotes.set(node.identifier, node)
  }
  const content = blocksOf(tree.children, reading)
  reading.refuseUnusedFootnotes()
  const { media, storyLinks, mistakes } = reading
  return { body: checked({ type: 'doc', content }, mistakes, firstLine), media, storyLinks, mistakes }
}

/* The schema finds the mistakes that the reading missed; such a message names the place in the body, not the line. */
function checked(json: unknown, mistakes: MarkdownMistake[], firstLine: number): SeedBody['body'] {
  try {
    return parseBody(json, href => (storyKeyOf(href) === null ? linkFault(href) : null))
  } catch (error) {
    if (!isExpected(error, 'body')) throw error
    if (mistakes.length === 0) mistakes.push({ line: firstLine, message: errorWords(error, 'en') })
    return { type: 'doc', content: [{ type: 'paragraph' }] }
  }
}

function blocksOf(nodes: RootContent[], reading: MarkdownReading): BlockNode[] {
  return nodes.flatMap(node => blockOf(node, reading))
}

function blockOf(node: RootContent, reading: MarkdownReading): BlockNode[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: inlinesOf(node.children, reading) }]
    case 'heading': {
      const level = node.depth
      if (level === 2 || level === 3 || level === 4) {
        return [{ type: 'heading', attrs: { level }, content: inlinesOf(node.children, reading) }]
      }
      reading.mistake(node, `a heading has ## to ####, not ${'#'.repeat(level)}`)
      return []
    }
    case 'list':
      return [listOf(node, reading)]
    case 'blockquote':
      return [
        {
          type: 'blockquote',
          attrs: { lang: null, cite: null },
          content: filled(blocksOf(node.children, reading)),
        },
      ]
    case 'code':
      return [
        {
          type: 'codeBlock',
          attrs: { language: node.lang ?? null },
          ...(node.value ? { content: [{ type: 'text', text: node.value }] } : {}),
        },
      ]
    case 'table':
      return [tableOf(node, reading)]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'leafDirective':
    case 'containerDirective':
      return directiveBlock(node, reading, blocksOf)
    case 'definition':
      return []
    case 'html':
      if (!node.value.startsWith('<!--')) {
        reading.mistake(node, 'HTML has no place here; write \\< for the character itself')
      }
      return []
    case 'footnoteDefinition':
      if (reading.footnotes.get(node.identifier) !== node)
        reading.mistake(node, 'a footnote is written at the edge of the text, not inside another block')
      return []
    default:
      reading.mistake(node, `"${node.type}" is not supported`)
      return []
  }
}

const filled = (blocks: BlockNode[]): BlockNode[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

function listOf(list: List, reading: MarkdownReading): BlockNode {
  const content = list.children.map((item): ListItem => {
    const blocks = filled(blocksOf(item.children, reading))
    return { type: 'listItem', content: item.checked == null ? blocks : withBox(blocks, item.checked) }
  })
  if (!list.ordered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: list.start ?? 1 }, content }
}

/* Lists of ours have no boxes to tick: they stay the text that was typed. */
function withBox(blocks: BlockNode[], checked: boolean): BlockNode[] {
  const box = { type: 'text' as const, text: checked ? '[x] ' : '[ ] ' }
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [box] }, ...blocks]
  return [{ ...first, content: [box, ...(first.content ?? [])] }, ...rest]
}

const SIDES = { left: 'start', center: 'center', right: 'end' } as const

function tableOf(table: Table, reading: MarkdownReading): BlockNode {
  const columns = table.children[0]?.children.length ?? 0
  const content = table.children.map((row, rowIndex) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: columns }, (_, column): TableCell => {
      const side = table.align?.[column]
      return {
        type: rowIndex === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1, align: side ? SIDES[side] : null },
        content: [{ type: 'paragraph', content: inlinesOf(row.children[column]?.children ?? [], reading) }],
      }
    }),
  }))
  return { type: 'table', attrs: { caption: null }, content }
}

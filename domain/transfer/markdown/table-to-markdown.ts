import type { RootContent, Table } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { BlockNode, TableCell, Table as TableNode } from '#body/body.ts'
import { type InlineStyle, inlinesToMarkdown } from './inlines-to-markdown.ts'

const SIDES = { start: 'left', center: 'center', end: 'right' } as const

/** Writes a table as Markdown's own where possible, otherwise as rows and cells. A caption encloses either. */
export function tableToMarkdown(
  table: TableNode,
  style: InlineStyle,
  blocks: (nodes: BlockNode[]) => RootContent[],
): RootContent {
  const { caption, lang, dir } = table.attrs
  const attributes = Object.fromEntries(
    Object.entries({ lang, dir, caption }).filter((entry): entry is [string, string] => entry[1] != null),
  )
  const isPlain = Object.keys(attributes).length === 0
  const simple = isSimple(table)
  if (simple && isPlain) return simpleTable(table, style)
  const children = simple ? [simpleTable(table, style)] : table.content.map(row => rowOf(row.content, blocks))
  return container('table', attributes, children)
}

function isSimple(table: TableNode): boolean {
  const [head, ...rest] = table.content.map(row => row.content)
  return (
    head?.every(cell => cell.type === 'tableHeader') === true &&
    rest.every(row => row.length === head.length && row.every(cell => cell.type === 'tableCell')) &&
    [head, ...rest].every(row => row.every((cell, column) => isSimpleCell(cell, head[column])))
  )
}

function isSimpleCell({ attrs, content }: TableCell, head: TableCell | undefined): boolean {
  const alone = attrs.colspan === 1 && attrs.rowspan === 1 && content.length === 1
  return alone && content[0]?.type === 'paragraph' && !content[0].attrs && attrs.align === head?.attrs.align
}

function simpleTable(table: TableNode, style: InlineStyle): Table {
  const cell = ({ content: [first] }: TableCell) =>
    inlinesToMarkdown(first?.type === 'paragraph' ? (first.content ?? []) : [], { ...style, oneLine: true })
  return {
    type: 'table',
    align: (table.content[0]?.content ?? []).map(({ attrs }) => (attrs.align ? SIDES[attrs.align] : null)),
    children: table.content.map(row => ({
      type: 'tableRow',
      children: row.content.map(each => ({ type: 'tableCell', children: cell(each) })),
    })),
  }
}

function rowOf(cells: TableCell[], blocks: (nodes: BlockNode[]) => RootContent[]): ContainerDirective {
  const children = cells.map(({ type, attrs, content }) => {
    const attributes = {
      ...(type === 'tableHeader' ? { header: '' } : {}),
      ...(attrs.colspan > 1 ? { colspan: String(attrs.colspan) } : {}),
      ...(attrs.rowspan > 1 ? { rowspan: String(attrs.rowspan) } : {}),
      ...(attrs.align ? { align: attrs.align } : {}),
    }
    return container('cell', attributes, blocks(content))
  })
  return container('row', {}, children)
}

function container(
  name: string,
  attributes: Record<string, string>,
  children: RootContent[],
): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    attributes,
    children: children as ContainerDirective['children'],
  }
}

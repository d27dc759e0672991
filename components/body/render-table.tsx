import type { ReactNode } from 'react'
import type { InlineNode, Table, TableCell, TableRow } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { isolatedText } from '#i18n/isolated-text.ts'
import { blockLanguage } from './block-language.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'
import styles from './Table.module.css'
import { columnsOf, figureColumns, isFigure, withEnDashes } from './table-figures.ts'
import { roomFor } from './table-width.ts'

/** The place of a cell in its table. */
type Place = {
  scope: 'col' | 'row'
  /** The heading of its column, which is shown beside it where the rows stand below each other. */
  label?: string
  isFigures: boolean
}

/**
 * A table in a region of its own. Where it is narrower than its columns, each row stands below its first cell; a table
 * that cannot be folded scrolls sideways, by keyboard as well.
 */
export function renderTable(node: Table, key: string, context: BodyContext): ReactNode {
  const { caption } = node.attrs
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const name = caption ? context.t('namedTable', { caption }) : context.t('table')
  const [head, rows] = splitHead(node.content)
  const starts = columnsOf(node.content)
  const figures = figureColumns(rows, head ? starts.slice(1) : starts)
  const labels = new Map(head?.content.map((cell, index) => [starts[0]?.[index] ?? 0, textOf(cell).trim()]))
  const canFold = head !== null && rows.every(row => row.content.every(cell => cell.attrs.rowspan === 1))
  const placesOf = (index: number, scope: Place['scope']): Place[] =>
    (starts[index] ?? []).map(column => ({
      scope,
      label: canFold && scope === 'row' && column > 0 ? labels.get(column) : undefined,
      isFigures: figures.has(column),
    }))
  return (
    <section
      key={key}
      className={styles.region}
      aria-label={name}
      data-wide={isWide(node.content) ? '' : undefined}
      data-room={canFold ? (roomFor(node.content, starts) ?? 'none') : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable without a pointer.
      tabIndex={0}
    >
      <table className={styles.table} lang={attributes?.lang} dir={attributes?.dir}>
        {caption && <caption>{isolated(caption, inner.direction)}</caption>}
        {head && <thead>{renderRow(head, 'head', placesOf(0, 'col'), inner)}</thead>}
        <tbody>
          {rows.map((row, index) =>
            renderRow(row, String(index), placesOf(index + (head ? 1 : 0), 'row'), inner),
          )}
        </tbody>
      </table>
      <p className={styles.hint} aria-hidden="true">
        {context.t('tableGoesOn')}
      </p>
    </section>
  )
}

const WIDE = 7

function isWide(rows: TableRow[]): boolean {
  return rows.some(row => row.content.reduce((columns, cell) => columns + cell.attrs.colspan, 0) >= WIDE)
}

/* A first row of nothing but headings is the head; a single row is a table of its own. */
function splitHead(rows: TableRow[]): [TableRow | null, TableRow[]] {
  const [first, ...rest] = rows
  const isHead = first?.content.every(cell => cell.type === 'tableHeader') && rest.length > 0
  return first && isHead ? [first, rest] : [null, rows]
}

function renderRow(row: TableRow, key: string, places: Place[], context: BodyContext): ReactNode {
  return (
    <tr key={key}>
      {row.content.map((cell, index) =>
        renderCell(cell, String(index), places[index] ?? { scope: 'row', isFigures: false }, context),
      )}
    </tr>
  )
}

const SENTENCE = 28

function renderCell(cell: TableCell, key: string, place: Place, context: BodyContext): ReactNode {
  const text = textOf(cell).trim()
  const { colspan, rowspan, align } = cell.attrs
  const hasFigure = isFigure(text)
  const attributes = {
    colSpan: colspan > 1 ? colspan : undefined,
    rowSpan: rowspan > 1 ? rowspan : undefined,
    dir: hasFigure && place.isFigures && context.direction === 'rtl' ? 'ltr' : undefined,
    'data-align': place.isFigures
      ? endOfFigures(hasFigure ? 'ltr' : context.direction)
      : (align ?? undefined),
    'data-label': place.label ? isolatedText(place.label, context.locale) : undefined,
    'data-long': text.length > SENTENCE ? '' : undefined,
  }
  const words = hasFigure ? renderFigure(cell, context) : renderCellContent(cell, context)
  /* A folded cell is a flex box, which would set the runs of its text apart. */
  const content = place.label && !hasFigure ? <span>{words}</span> : words
  /* An empty corner is no header of anything. */
  if (cell.type === 'tableCell' || text === '') {
    return (
      <td key={key} {...attributes}>
        {content}
      </td>
    )
  }
  return (
    <th key={key} scope={place.scope} {...attributes}>
      {content}
    </th>
  )
}

/* Figures run from left to right in both languages, so their last digits stand below each other on the right. */
function endOfFigures(direction: 'ltr' | 'rtl'): 'start' | 'end' {
  return direction === 'rtl' ? 'start' : 'end'
}

function renderFigure(cell: TableCell, context: BodyContext): ReactNode {
  return (
    <bdi dir="ltr" className={styles.figure}>
      {renderCellContent(cell, { ...context, direction: 'ltr' })}
    </bdi>
  )
}

function renderCellContent(cell: TableCell, context: BodyContext): ReactNode {
  const [first, ...rest] = cell.content
  return first?.type === 'paragraph' && rest.length === 0
    ? renderInlines(first.content?.map(dashed), context)
    : context.renderBlocks(cell.content, context)
}

function dashed(node: InlineNode): InlineNode {
  return node.type === 'text' ? { ...node, text: withEnDashes(node.text) } : node
}

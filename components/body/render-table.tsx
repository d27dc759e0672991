import type { ReactNode } from 'react'
import type { Table, TableCell, TableRow } from '#body/body.ts'
import { textOf } from '#body/plain-text.ts'
import { isolated } from '#components/bidi/isolated.tsx'
import { blockLanguage } from './block-language.ts'
import type { BodyContext } from './body-context.ts'
import { renderInlines } from './render-inlines.tsx'
import styles from './Table.module.css'

/** A table in a region of its own, that scrolls sideways where the page is narrower, by keyboard as well. */
export function renderTable(node: Table, key: string, context: BodyContext): ReactNode {
  const { caption } = node.attrs
  const { attributes, inner } = blockLanguage(node.attrs, context)
  const label = caption ? context.t('namedTable', { caption }) : context.t('table')
  const [head, rows] = splitHead(node.content)
  return (
    <section
      key={key}
      className={styles.region}
      aria-label={label}
      data-wide={isWide(node.content) ? '' : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable without a pointer.
      tabIndex={0}
    >
      <table className={styles.table} lang={attributes?.lang} dir={attributes?.dir}>
        {caption && <caption>{isolated(caption, inner.direction)}</caption>}
        {head && <thead>{renderRow(head, 'head', 'col', inner)}</thead>}
        <tbody>{rows.map((row, index) => renderRow(row, String(index), 'row', inner))}</tbody>
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

function renderRow(row: TableRow, key: string, scope: 'col' | 'row', context: BodyContext): ReactNode {
  return (
    <tr key={key}>{row.content.map((cell, index) => renderCell(cell, String(index), scope, context))}</tr>
  )
}

const SENTENCE = 28

function renderCell(cell: TableCell, key: string, scope: 'col' | 'row', context: BodyContext): ReactNode {
  const text = textOf(cell).trim()
  const { colspan, rowspan, align } = cell.attrs
  const spans = {
    colSpan: colspan > 1 ? colspan : undefined,
    rowSpan: rowspan > 1 ? rowspan : undefined,
    'data-align': align ?? (isFigure(text) ? 'end' : undefined),
    'data-long': text.length > SENTENCE ? '' : undefined,
  }
  const content = isFigure(text) ? (
    <bdi dir="ltr" className={styles.figure}>
      {renderCellContent(cell, { ...context, direction: 'ltr' })}
    </bdi>
  ) : (
    renderCellContent(cell, context)
  )
  /* An empty corner is no header of anything. */
  if (cell.type === 'tableCell' || text === '') {
    return (
      <td key={key} {...spans}>
        {content}
      </td>
    )
  }
  return (
    <th key={key} scope={scope} {...spans}>
      {content}
    </th>
  )
}

function renderCellContent(cell: TableCell, context: BodyContext): ReactNode {
  const [first, ...rest] = cell.content
  return first?.type === 'paragraph' && rest.length === 0
    ? renderInlines(first.content, context)
    : context.renderBlocks(cell.content, context)
}

/** Figures and their signs alone: Arabic text would show the minus of «-5» behind it, and «3-1» as «1-3». */
export function isFigure(text: string): boolean {
  return /\d/.test(text) && /^[\d\s.,:/%+\-–−×=<>()$€£¥٪]+$/.test(text)
}

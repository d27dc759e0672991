import { describe, expect, it } from 'vitest'
import type { TableCell, TableRow } from '#body/body.ts'
import { columnsOf, figureColumns, withEnDashes } from './table-figures.ts'
import { roomFor } from './table-width.ts'

const cell = (text: string, attrs: Partial<TableCell['attrs']> = {}, type: TableCell['type'] = 'tableCell') =>
  ({
    type,
    attrs: { colspan: 1, rowspan: 1, align: null, ...attrs },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }) satisfies TableCell
const row = (...cells: (TableCell | string)[]): TableRow => ({
  type: 'tableRow',
  content: cells.map(each => (typeof each === 'string' ? cell(each) : each)),
})
const columns = (...rows: TableRow[]) => [...figureColumns(rows, columnsOf(rows))]

describe('columns of figures', () => {
  it('are told from columns of words, in both languages', () => {
    expect(columns(row('Party', '41', '7%', 'Water'), row('List', '3', '–', '9'))).toEqual([1, 2])
    expect(columns(row('الطوارئ', '48 دقيقة', '71'), row('الدم', '35 دقيقة', '50-65'))).toEqual([1, 2])
    expect(columns(row('الميناء', '٤١٫٥'), row('التل', '−٣'))).toEqual([1])
  })

  it('are not the words that begin with one', () => {
    expect(columns(row('a', '4-2 after penalties'), row('b', '12'))).toEqual([])
    expect(columns(row('a', ''), row('b', '–'))).toEqual([])
  })

  it('are a first column unless that is one of names', () => {
    const start = { align: 'start' } as const
    expect(columns(row('1', '23'), row('10', '27'))).toEqual([0, 1])
    expect(columns(row(cell('2024', start), '23'), row(cell('2025', start), '27'))).toEqual([1])
    expect(columns(row(cell('2024', {}, 'tableHeader'), '23'))).toEqual([1])
  })

  it('are counted across cells that span', () => {
    const rows = [
      row(cell('a', { rowspan: 2 }), 'x', '5'),
      row('y', '6'),
      row(cell('sum', { colspan: 2 }), '11'),
    ]
    expect(columnsOf(rows)).toEqual([
      [0, 1, 2],
      [1, 2],
      [0, 2],
    ])
    expect(columns(...rows)).toEqual([2])
  })
})

describe('en dashes', () => {
  it.each([
    ['40-55', '40–55'],
    ['2020-2021', '2020–2021'],
    ['1,400-1,750', '1,400–1,750'],
    ['10%-12.5%', '10%–12.5%'],
    ['70-95 ثانية', '70–95 ثانية'],
    ['10:30-12:45', '10:30–12:45'],
    ['$5-10', '$5–10'],
    ['40 - 55', '40–55'],
    ['0.5-1.5', '0.5–1.5'],
  ])('stand in the range %s', (text, shown) => expect(withEnDashes(text)).toBe(shown))

  it.each([
    '-5',
    '2026-02-22',
    '2026-02',
    '01-234567',
    '00961-1-234567',
    'F-16',
    '5-a-side',
    '555-1234-99',
    'COVID-19',
  ])('do not stand in %s', text => expect(withEnDashes(text)).toBe(text))
})

describe('the room of a table', () => {
  const room = (...rows: TableRow[]) => roomFor(rows, columnsOf(rows))

  it('grows with its figures and words, up to the width of the text', () => {
    expect(room(row('a', 'b'), row('x', '12'))).toBe(20)
    expect(room(row('x', '1,400-1,750', '1,400-1,750', '520-900'))).toBe(28)
    expect(room(row(...Array.from({ length: 12 }, () => '1,400-1,750')))).toBeNull()
  })
})

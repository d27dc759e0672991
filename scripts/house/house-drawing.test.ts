import { describe, expect, it } from 'vitest'
import { drawingFaults, readDrawing } from './house-drawing.mjs'
import { findImports } from './house-imports.mjs'

const allowed = {
  app: ['components', 'db/queries', 'i18n', 'type:db/shapes'],
  components: ['i18n', 'type:db/queries'],
  domain: ['db', 'i18n'],
  db: ['i18n'],
  i18n: [],
}

const drawing = (...lines: string[]) =>
  ['# A page', '```mermaid', 'flowchart TD', ...lines, '```', 'a --> b'].join('\n')

const rooms = [
  ...['subgraph rooms ["Rooms of the house"]', 'app', 'components', 'domain', 'end'],
  ...['db', 'i18n'],
]
const arrows = [
  'app --> components',
  'app -- queries --> db',
  'app & components -. types .-> db',
  'domain --> db',
  'rooms & db --> i18n',
]

const files = {
  'app/page.tsx': [
    "import { A } from '#components/A.tsx'",
    "import { front } from '#db/queries/front.ts'",
    "import type { Front } from '#db/shapes.ts'",
  ],
  'components/A.tsx': [
    "import type { Page } from '#db/queries/front.ts'",
    "import { A } from '#i18n/dates.ts'",
  ],
  'domain/a.ts': ["import { write } from '#db/write.ts'", "import packageFile from '#package.json'"],
  'db/write.ts': ["import { locales } from '#i18n/locales.ts'"],
  'i18n/dates.ts': ["import { locales } from './locales.ts'"],
}

function faults(page: string, more: Record<string, string[]> = {}): string[] {
  const all = Object.entries({ ...files, ...more })
  const imports = all.flatMap(([file, lines]) => findImports(file, lines.join('\n')))
  return drawingFaults(page, imports, allowed).map(({ line, text }) => `${line}: ${text}`)
}

describe('the drawing of the house', () => {
  it('is read with its groups, folders and kinds of arrows, to the end of its block', () => {
    const read = readDrawing(drawing(...rooms, 'app -- queries --> db', 'rooms -. types .-> db & i18n'))
    expect([...read.rooms]).toEqual(['app', 'components', 'domain', 'db', 'i18n'])
    expect(read.arrows).toMatchObject([
      { from: ['app'], to: ['db/queries'], isTypeOnly: false, line: 11 },
      { from: ['app', 'components', 'domain'], to: ['db'], isTypeOnly: true },
      { from: ['app', 'components', 'domain'], to: ['i18n'], isTypeOnly: true },
    ])
  })

  it('agrees when every arrow is allowed and used, and every import is drawn', () => {
    expect(faults(drawing(...rooms, ...arrows))).toEqual([])
  })

  it('is wrong without an arrow that an import uses', () => {
    const without = (arrow: string) => faults(drawing(...rooms, ...arrows.filter(each => each !== arrow)))
    expect(without('domain --> db')).toEqual(['1: domain → db is not drawn (domain/a.ts:1 imports db/write)'])
    expect(without('app -- queries --> db')).toEqual([
      '1: app → db is not drawn (app/page.tsx:2 imports db/queries/front)',
    ])
    expect(without('rooms & db --> i18n')).toEqual([
      '1: components → i18n is not drawn (components/A.tsx:2 imports i18n/dates)',
      '1: db → i18n is not drawn (db/write.ts:1 imports i18n/locales)',
    ])
    expect(
      faults(
        drawing(...rooms, ...arrows.map(arrow => arrow.replace('--> components', '-. types .-> components'))),
      ),
    ).toEqual([
      '11: app may not import types of components',
      '1: app → components is not drawn (app/page.tsx:1 imports components/A)',
    ])
  })

  it('is wrong with an arrow that no import uses, or that is not allowed', () => {
    expect(faults(drawing(...rooms, ...arrows), { 'domain/a.ts': [] })).toEqual([
      '14: no import needs the arrow domain → db',
    ])
    expect(faults(drawing(...rooms, ...arrows, 'domain --> components'))).toEqual([
      '16: domain may not import components',
    ])
    expect(faults(drawing(...rooms, ...arrows, 'components --> db'))).toEqual([
      '16: components may not import db',
    ])
  })

  it('is wrong without a room that there is, and with an arrow to one that is not drawn', () => {
    expect(faults(drawing(...rooms.filter(room => room !== 'db'), ...arrows)).slice(0, 2)).toEqual([
      '1: db is not drawn',
      '11: db is no room of the drawing',
    ])
    expect(faults('# A page')).toContain('1: app is not drawn')
  })
})

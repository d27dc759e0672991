import { describe, expect, it } from 'vitest'
import { findImports } from './house-imports.mjs'
import { circleText, findCircles } from './import-circles.mjs'

function circles(files: Record<string, string[]>): string[] {
  const imports = Object.entries(files).flatMap(([file, lines]) => findImports(file, lines.join('\n')))
  return findCircles(imports).map(circleText)
}

describe('circles of imports', () => {
  it('are none where imports run one way', () => {
    expect(
      circles({
        'domain/a.ts': ["import { b } from './b.ts'", "import { c } from '#db/c.ts'"],
        'domain/b.ts': ["import { c } from '#db/c.ts'", "import fs from 'node:fs'"],
        'db/c.ts': ["import { reader } from './reader.ts'"],
      }),
    ).toEqual([])
  })

  it('are named with their files in order, across rooms and for types alone', () => {
    expect(
      circles({
        'domain/a.ts': ["import { c } from '#db/c.ts'"],
        'db/c.ts': ["import type { D } from './d.ts'"],
        'db/d.ts': ["export { a } from '#domain/a.ts'"],
      }),
    ).toEqual(['db/c.ts → db/d.ts → domain/a.ts → db/c.ts'])
  })

  it('are found beside one another, each once and as short as it can be', () => {
    expect(
      circles({
        'app/start.ts': ["import './a.ts'", "import './x.ts'"],
        'app/a.ts': ["import './b.ts'", "import './c.ts'"],
        'app/b.ts': ["import './c.ts'"],
        'app/c.ts': ["import './a.ts'"],
        'app/x.ts': ["import './y.tsx'"],
        'app/y.tsx': ["import './x.ts'"],
      }),
    ).toEqual([
      'app/a.ts → app/c.ts → app/a.ts',
      'app/b.ts → app/c.ts → app/a.ts → app/b.ts',
      'app/x.ts → app/y.tsx → app/x.ts',
    ])
  })

  it('are found in a file that imports itself, with its line', () => {
    const [circle] = findCircles(findImports('app/a.ts', "import fs from 'node:fs'\nimport './a.ts'"))
    expect(circle).toMatchObject([{ file: 'app/a.ts', path: 'app/a.ts', line: 2 }])
  })
})

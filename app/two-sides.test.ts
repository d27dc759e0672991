import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findImports } from '#scripts/house/house-imports.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const READERS = 'app/[locale]/(reader)'
const NEWSROOM = 'app/[locale]/newsroom'
const ours = /^(app|components|enhance|i18n|newsroom|request|settings)\//

const sourcesIn = (folder: string) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.tsx?$/.test(file))
    .map(file => path.posix.join(folder, file))

/** The files that a side's routes lead to, in the rooms of pages. */
function filesBehind(entries: readonly string[]): Set<string> {
  const found = new Set(entries)
  for (const file of found) {
    if (!/\.tsx?$/.test(file)) continue
    for (const { specifier } of findImports(file, fs.readFileSync(path.join(root, file), 'utf8'))) {
      const target = specifier.startsWith('#')
        ? specifier.slice(1)
        : path.posix.join(path.posix.dirname(file), specifier)
      if (ours.test(target)) found.add(target)
    }
  }
  return found
}

const readers = filesBehind(sourcesIn(READERS))
const newsroom = filesBehind(sourcesIn(NEWSROOM))

describe('readers and newsroom', () => {
  it('have a root layout each, and none above both', () => {
    expect(readers).toContain(`${READERS}/layout.tsx`)
    expect(newsroom).toContain(`${NEWSROOM}/layout.tsx`)
    for (const above of ['app', 'app/[locale]'])
      expect(fs.readdirSync(path.join(root, above))).not.toContain('layout.tsx')
  })

  it('keep the theme script and the enhancements to the readers', () => {
    for (const file of ['components/theme/ThemeScript.tsx', 'request/enhance-files.ts']) {
      expect(readers).toContain(file)
      expect(newsroom).not.toContain(file)
    }
  })

  it('share no style sheet and no route', () => {
    expect([...readers].filter(file => file.startsWith(NEWSROOM))).toEqual([])
    expect([...newsroom].filter(file => file.startsWith(READERS))).toEqual([])
    expect([...newsroom].filter(file => file.endsWith('.css') && readers.has(file))).toEqual([])
  })
})

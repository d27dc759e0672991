import { expect, it } from 'vitest'
import { settingBreaches } from './house-settings.mjs'

it.each([
  ['const port = process.env.PORT', 1],
  ["const port =\n  process.env['PORT'] ?? 3000", 2],
  ['const is = process.env.PORT === "1"', 1],
  ['const { NODE_ENV, PRESS_DATA: dataDir } = process.env', 1],
])('finds a setting that is read where no program should: %s', (source, line) => {
  const expected = `db/open.ts:${line}: ask settings() for it, which validates it and knows its default`
  expect(settingBreaches('db/open.ts', source)).toEqual([expected])
})

it.each([
  'process.env.PORT = String(port)',
  "process.env['PORT'] ??= '3000'",
  'const env = { ...process.env, PORT: String(port) }',
  'const { NODE_ENV } = process.env',
  'const dir = process.env.PRESS_NEXT_DIR',
])('allows what sets one for another program, or reads something else: %s', source => {
  expect(settingBreaches('scripts/start.mjs', source)).toEqual([])
})

it('allows the one room that reads them, and tests', () => {
  for (const file of ['settings/settings.ts', 'db/open.test.ts', 'db/server.testing.ts'])
    expect(settingBreaches(file, 'process.env.PORT')).toEqual([])
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { exportOf } from '#domain/transfer/importing/wxr/import.testing.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { press } from './press-session.testing.ts'

let root: string
const inRoot = (name: string) => path.join(root, name)

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-broken-'))
  vi.stubEnv('PRESS_DATA', inRoot('data'))
  writeFiles(inRoot('folder'), exampleFolder)
})

afterEach(async () => {
  await openDatabase().close()
  vi.unstubAllEnvs()
  fs.rmSync(root, { recursive: true, force: true })
})

const whole = exportOf([])

it.each([
  [
    'is not well-formed',
    '<rss>\n<channel></chanel></rss>',
    ':2:18: this is not well-formed XML: unexpected close tag. Mend the file or export it again. Nothing of it was written: it is read to its end first.',
  ],
  [
    'is in an unknown encoding',
    whole.replace('UTF-8', 'klingon-8'),
    ' says that its encoding is "klingon-8", which is not known. Save it as UTF-8, and say so in its first line.',
  ],
])('says what to do with an export that %s', async (_, content, words) => {
  const file = inRoot('export.xml')
  fs.writeFileSync(file, content)
  const result = await press('import', 'wxr', file)
  expect(result).toEqual({ code: 1, out: '', err: `${file}${words}\n` })
})

it('says what to do with XML that is no export', async () => {
  fs.writeFileSync(inRoot('feed.xml'), '<rss><channel></channel></rss>')
  expect(await press('import', 'wxr', inRoot('feed.xml'))).toEqual({
    code: 1,
    out: '',
    err: 'This is no WordPress export: it has no <rss><channel> with a <wp:wxr_version>. Export again from Tools → Export.\n',
  })
})

it('lists the mistakes of a folder, and prints them as JSON when asked', async () => {
  writeFiles(inRoot('folder'), { 'strange.yaml': '', 'stories/bread/notes.txt': '' })
  const { code, out, err } = await press('seed', inRoot('folder'), '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out).mistakes).toMatchObject([
    { file: 'stories/bread/notes.txt', line: null, field: null },
    { file: 'strange.yaml' },
  ])
  expect(err).toMatch(
    /^stories\/bread\/notes\.txt: .*\nstrange\.yaml: .*\n2 mistakes in the folder; nothing was written\n$/,
  )
})

it('leaves the demonstration newsroom alone until it is told to remove it', async () => {
  await seedFolder({ dir: inRoot('folder'), dataDir: inRoot('data'), demo: true })
  fs.writeFileSync(inRoot('export.xml'), whole)
  writeFiles(inRoot('other'), {
    ...exampleFolder,
    'newsroom.yaml': exampleFolder['newsroom.yaml']?.replace('key: example', 'key: other') ?? '',
  })
  for (const args of [
    ['seed', inRoot('other')],
    ['import', 'wxr', inRoot('export.xml')],
  ]) {
    expect(await press(...args)).toEqual({
      code: 1,
      out: '',
      err: 'This database holds the demonstration newsroom. Add --replace-demo to remove it and make room for your own content.\n',
    })
  }
})

it.each([
  ['constructor'],
  ['__proto__'],
  ['toString', '--json'],
  ['seed', '--constructor'],
  ['seed', '--__proto__=x', 'folder'],
  ['article', 'constructor', '1'],
  ['help', 'constructor', 'x'],
])('refuses a command or an option that only every object knows: %s %s', async (...args) => {
  const { code, err } = await press(...args)
  expect(code).toBe(2)
  expect(err).toMatch(/^error: (unknown|too many)|^Usage: /)
  expect(err).not.toMatch(/TypeError|\bat .*:\d+:\d+/)
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { refusalOf } from '#domain/operations/refusal.testing.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'
import { archiveOf, backupOf, entriesOf, reading, type TestEntry, withManifest } from './archive.testing.ts'
import { DATA, type Manifest } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'

let root: string
let archive: Buffer

const inRoot = (name: string) => path.join(root, name)
const restored = (bytes: Buffer) => restoreBackup({ input: reading(bytes), dataDir: inRoot('there') })

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-refused-'))
  writeFiles(inRoot('folder'), exampleFolder)
  await seedFolder({ dir: inRoot('folder'), dataDir: inRoot('data') })
  openDatabase().close()
  archive = (await backupOf(inRoot('data'))).archive
})

beforeEach(() => fs.rmSync(inRoot('there'), { recursive: true, force: true }))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

describe('an archive that is not as it should be', () => {
  const change = async (edit: (entries: TestEntry[]) => TestEntry[]) =>
    archiveOf(edit(await entriesOf(archive)))
  const claiming = (edit: (manifest: Manifest) => unknown) => change(entries => withManifest(entries, edit))
  const flipped = (at: number) => {
    const bytes = Buffer.from(archive)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }
  const added = (entry: TestEntry) => change(entries => [entry, ...entries])
  const evil = Buffer.from('evil')

  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['cut off in the middle', () => archive.subarray(0, archive.length >> 1), /cut off/],
    ['cut off by a byte', () => archive.subarray(0, -1), /cut off/],
    ['cut off after a file', () => change(entries => entries.slice(0, -1)), /cut off/],
    ['empty', () => Buffer.alloc(0), /cut off|no backup/],
    ['no archive', () => Buffer.from('Not an archive at all'), /no backup of Arab Press/],
    ['that of somebody else', () => archiveOf([{ name: 'a.txt', content: evil }]), /no backup of Arab Press/],
    ['changed by a bit', () => flipped(archive.length >> 1), /damaged/],
    ['changed by a bit near its end', () => flipped(archive.length - 6), /damaged/],
    ['leading out', () => added({ name: `${DATA}../../evil`, content: evil }), /outside of the folder/],
    ['leading to the root', () => added({ name: '/evil', content: evil }), /outside of the folder/],
    ['leading out the other way', () => added({ name: `${DATA}..\\evil`, content: evil }), /outside of/],
    ['a link', () => added({ name: `${DATA}a`, type: 'symlink', linkname: '/etc' }), /it is a symlink/],
    ['a hard link', () => added({ name: `${DATA}a`, type: 'link', linkname: '/etc/passwd' }), /it is a link/],
    ['a pipe', () => added({ name: `${DATA}a`, type: 'fifo' }), /it is a fifo/],
    ['beside the data', () => added({ name: 'arab-press-backup/run.sh', content: evil }), /does not know/],
    ['with a stranger', () => added({ name: `${DATA}a`, content: evil }), /a is not in its manifest/],
    ['with a file twice', () => change(entries => [...entries.slice(0, 1), ...entries]), /a file twice/],
    ['with a file as a folder', () => added({ name: `${DATA}press.db/a`, content: evil }), /a file twice/],
    ['without a file', () => change(([, ...entries]) => entries), /press.db is missing/],
    [
      'with another file',
      () => change(([first, ...rest]) => [{ ...first, name: `${DATA}press.db`, content: evil }, ...rest]),
      /press.db has 4 bytes, not/,
    ],
    [
      'with a changed file',
      () =>
        change(entries =>
          entries.map(entry =>
            entry.name.endsWith('.svg')
              ? { ...entry, content: Buffer.alloc(entry.content?.length ?? 0) }
              : entry,
          ),
        ),
      /\.svg is not what was saved/,
    ],
    ['without a manifest', () => claiming(() => 'nothing'), /no backup of Arab Press/],
    ['with half a manifest', () => claiming(({ rows: _, ...rest }) => rest), /manifest is damaged/],
    [
      'with fewer rows',
      () => claiming(it => ({ ...it, rows: { ...it.rows, articles: 4 } })),
      /articles has 3/,
    ],
    [
      'with fewer tables',
      () => claiming(it => ({ ...it, rows: { ...it.rows, more: 4 } })),
      /more has no rows/,
    ],
    ['of a newer format', () => claiming(it => ({ ...it, version: 2 })), /newer version.*Install that/],
    [
      'of a newer program',
      () => claiming(it => ({ ...it, migrations: [...it.migrations, { name: '9999_x', hash: 'x' }] })),
      /newer version.*9999_x.*Install that/,
    ],
    [
      'of another program',
      () => claiming(it => ({ ...it, migrations: it.migrations.map(one => ({ ...one, hash: 'x' })) })),
      /another version of 0000_foundation/,
    ],
  ])('is refused and leaves nothing behind when it is %s', async (_, make, message) => {
    const bytes = await make()
    const before = fs.readdirSync(root).sort()
    expect(await refusalOf(restored(bytes))).toMatch(message)
    expect(fs.readdirSync(root).sort()).toEqual(before)
    fs.mkdirSync(inRoot('there'))
    await expect(restored(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/^backup\./) })
    expect(fs.readdirSync(inRoot('there'))).toEqual([])
  })
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { press } from '#cli/press-session.testing.ts'
import { openDatabase } from '#db/open.ts'
import { exampleFolder, writeFiles } from '#domain/transfer/seeding/example-folder.testing.ts'
import { seedFolder } from '#domain/transfer/seeding/seed-folder.ts'

/* Each test creates a newsroom, and some of them back it up and restore it. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let root: string
const inRoot = (name: string) => path.join(root, name)
const at = (name: string) => vi.stubEnv('PRESS_DATA', inRoot(name))

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-way-back-'))
  writeFiles(inRoot('folder'), exampleFolder)
  openDatabase(inRoot('data'))
  await seedFolder({ dir: inRoot('folder'), dataDir: inRoot('data') })
  await openDatabase().close()
  at('data')
})

afterEach(() => {
  vi.unstubAllEnvs()
  fs.rmSync(root, { recursive: true, force: true })
})

describe('press backup, restore and doctor, with a server', () => {
  it('save a newsroom, put it back elsewhere, and find nothing wrong with it', async () => {
    const saved = await press('backup', inRoot('a.tar.gz'))
    expect(saved).toMatchObject({ code: 0, err: '' })
    expect(saved.out).toMatch(/a\.tar\.gz: 2 stories in 3 articles, \d+ files of .*, packed into/)
    at('there')
    const restored = await press('restore', inRoot('a.tar.gz'))
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toMatch(/^\S+ on \S+ and \S+there: 2 stories in 3 articles, .*as it was saved/)
    const again = await press('restore', inRoot('a.tar.gz'))
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toMatch(/was not restored, and nothing was left behind\. The database .* is not empty/)
    const { findings } = JSON.parse((await press('doctor', '--json')).out)
    /* A test server does not wait for its disk, and renditions and the index are made on demand. */
    expect(findings.map(({ check }: { check: string }) => check)).toEqual([
      'server',
      'renditions',
      'search index',
    ])
  })

  it('say that the server does not answer', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://press:a-secret-word@127.0.0.1:1/press')
    for (const args of [['backup', inRoot('a.tar.gz')], ['doctor']]) {
      const { code, out, err } = await press(...args)
      expect(code).toBe(1)
      expect(out + err).toMatch(/press on 127\.0\.0\.1:1 cannot be used[\s\S]*Start that server/)
      expect(out + err).not.toContain('a-secret-word')
    }
    expect(fs.readdirSync(root).sort()).toEqual(['data', 'folder'])
  })
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Database, openDatabase } from '#db/open.ts'

export type TestNewsroom = {
  /** A folder of the test's own; the data folder lies in it, and everything else that a test puts there goes with it. */
  readonly folder: string
  readonly dataDir: string
  /** Open; opened again when the test, or what it tries, has closed it. */
  readonly database: Database
}

/**
 * Gives every test of a file, or of a `describe`, an empty newsroom of its own: opened before the test, closed and
 * removed after it. `aNewsroom('once')` gives one to all of them together. The builders beside this file write into the
 * newsroom that was opened last.
 */
export function aNewsroom(lifetime: 'each' | 'once' = 'each'): TestNewsroom {
  let folder = ''
  const dataDir = () => path.join(folder, 'data')
  const [before, after] = lifetime === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-newsroom-'))
    await openDatabase(dataDir()).ready
  })
  after(async () => {
    await openDatabase(dataDir()).close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return {
    get folder() {
      return folder
    },
    get dataDir() {
      return dataDir()
    },
    get database() {
      return openDatabase(dataDir())
    },
  }
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inWords } from '#i18n/in-words.testing.ts'
import { makeFolder } from './data-folder.ts'
import { fileFaultMessage } from './file-fault.ts'
import { openDatabase } from './open.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-open-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0
if (isRoot)
  console.warn(
    'Skipped: two tests of folders that may not be written, since the superuser may write anywhere',
  )

describe('a data folder that cannot be used', () => {
  const data = (name = '') => path.join(folder, name)

  it.each([
    [
      'is a file',
      () => fs.writeFileSync(data('file'), ''),
      'file',
      /is not a folder. Name a folder in PRESS_DATA/,
    ],
    ['lies in a file', () => fs.writeFileSync(data('file'), ''), 'file/in', /a part of its path is a file/],
    [
      'has a file for its media',
      () => fs.writeFileSync(data('media'), ''),
      '',
      /media is not a folder.*Move that/,
    ],
  ])('says what to do when it %s', (_, make, name, message) => {
    make()
    expect(() => inWords(() => openDatabase(data(name)))).toThrow(message)
  })

  it.skipIf(isRoot).each(['media', 'media/originals'])('says so of %s', name => {
    fs.mkdirSync(data(name), { recursive: true })
    fs.chmodSync(data(name), 0o444)
    expect(() => inWords(() => openDatabase(folder))).toThrow(/cannot be written.*chown/)
    fs.chmodSync(data(name), 0o755)
  })
})

describe('a folder', () => {
  it('is refused where none can be made, and not tried for ever', () => {
    expect(() => makeFolder('/proc/press/in')).toThrow(/ENOENT/)
  })
})

describe('an error of the file system', () => {
  it('is told in one line, with the file', () => {
    const error = Object.assign(new Error('x'), { code: 'ENOSPC', path: '/data/media/a.jpg' })
    expect(fileFaultMessage(error)).toMatch(/^The disk that holds \/data\/media\/a\.jpg is full\..*$/)
    expect(fileFaultMessage(new Error('another'))).toBeNull()
  })
})

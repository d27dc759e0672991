import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AmpersandGuard } from './bare-ampersand.ts'
import { exportOf, itemOf } from './import.testing.ts'
import { readWxr } from './read-wxr.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-wxr-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

async function titles(content: string | Buffer): Promise<string[]> {
  const file = path.join(folder, 'export.xml')
  fs.writeFileSync(file, content)
  const found: string[] = []
  for await (const event of readWxr(file)) if (event.kind === 'item') found.push(event.item.title)
  return found
}

describe('an export that is not well-formed', () => {
  it('is refused at the place of a bare ampersand, not where the next semicolon stands', async () => {
    const xml = exportOf(['<item>\n<title>Fish & chips</title></item>', itemOf({ title: 'Next; one' })])
    const line = xml.slice(0, xml.indexOf('Fish')).split('\n').length
    await expect(titles(xml)).rejects.toMatchObject({
      parameters: { line, column: '<title>Fish &'.length },
    })
    await expect(titles(xml.replace('Fish & chips', 'Fish &nbsp; chips'))).rejects.toMatchObject({
      parameters: { line },
    })
  })

  it('is refused with what is wrong, without a full stop', async () => {
    for (const xml of [exportOf(['<item></wrong>']), exportOf([itemOf()]).slice(0, -20)]) {
      await expect(titles(xml)).rejects.toMatchObject({
        code: 'import.malformed',
        parameters: { fault: expect.stringMatching(/^this is not well-formed XML: .*[^.]$/) },
      })
    }
  })

  it.each(['', ' \n\n '])('is refused at its beginning when it is empty', async content => {
    await expect(titles(content)).rejects.toMatchObject({
      parameters: { fault: 'the file is empty', line: 1, column: 1 },
    })
  })
})

describe('the guard against bare ampersands', () => {
  const isBare = (pieces: string[]) => {
    const guard = new AmpersandGuard()
    return [...pieces.map(piece => guard.next(piece)), guard.next('', true)].some(found => found.isBare)
  }

  it.each([
    ['<a>1 &amp; 2 &#169; &#x1F600;</a>', false],
    ['<a><![CDATA[1 & 2]]> &lt;</a>', false],
    ['<a><!-- 1 & 2 --><?x & ?></a>', false],
    ['<a><![CDATA[1]]> & 2</a>', true],
    ['<a b="1 & 2"/>', true],
    ['<a>end &', true],
  ])('%s, however it is cut', (text, expected) => {
    for (let size = 1; size <= text.length; size++) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
      expect(isBare(pieces)).toBe(expected)
    }
  })

  it('gives back everything that it was given', () => {
    const guard = new AmpersandGuard()
    const text = '<a>1 &amp; 2<![CDATA[&]]></a>'
    const pieces = [...text].map(letter => guard.next(letter).text)
    expect(pieces.join('') + guard.next('', true).text).toBe(text)
  })
})

describe('the encoding of an export', () => {
  const declared = (encoding: string, title: string) =>
    exportOf([itemOf({ title })]).replace('UTF-8', encoding)

  it('is the one of its declaration', async () => {
    const latin = Buffer.from(declared('ISO-8859-1', 'café'), 'latin1')
    expect(await titles(latin)).toEqual(['café'])
    const arabic = Buffer.from(declared('windows-1256', '\xc3\xcd\xe3\xcf'), 'latin1')
    expect(await titles(arabic)).toEqual(['أحمد'])
  })

  it('is the one of its byte order mark before that', async () => {
    expect(await titles(`\ufeff${declared('ISO-8859-1', 'ميناء')}`)).toEqual(['ميناء'])
    expect(await titles(Buffer.from(`\ufeff${declared('UTF-16', 'ميناء')}`, 'utf16le'))).toEqual(['ميناء'])
    expect(await titles(Buffer.from(declared('UTF-16', 'ميناء'), 'utf16le'))).toEqual(['ميناء'])
  })

  it('is refused when nobody knows it', async () => {
    await expect(titles(declared('klingon', 'x'))).rejects.toMatchObject({
      code: 'import.unknownEncoding',
      parameters: { encoding: 'klingon' },
    })
  })
})

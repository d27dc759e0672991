import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, reader } from '#db/open.ts'
import { facts } from '#db/schema/tables.ts'
import { write } from '#db/write.ts'
import { inWords } from '#i18n/in-words.testing.ts'
import { refuseDamagedLog } from './left-log.ts'

const WRITES = 30

let root: string
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'press-left-log-'))
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const fileIn = (folder: string, ending = '') => path.join(folder, `press.db${ending}`)

/* Files as a crash leaves them: of a newsroom that was never closed, with WRITES acknowledged facts. */
async function leftBehind(name: string, value: string): Promise<string> {
  const live = path.join(root, `${name}-live`)
  const left = path.join(root, name)
  openDatabase(live).close()
  const database = openDatabase(live)
  try {
    for (let number = 1; number <= WRITES; number++)
      await write(async tx => {
        await tx.insert(facts).values({ key: String(number).padStart(4, '0'), value: value.repeat(400) })
      })
    fs.cpSync(live, left, { recursive: true })
  } finally {
    await database.close()
  }
  return left
}

async function factsIn(folder: string): Promise<string[]> {
  const database = openDatabase(folder)
  try {
    expect(await database.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    return (await reader().select().from(facts).orderBy(facts.key)).map(({ key }) => key)
  } finally {
    await database.close()
  }
}

const expected = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'))

it('has everything that was acknowledged, whatever stands in the -shm file', async () => {
  const left = await leftBehind('one', 'a')
  for (const garbage of [Buffer.alloc(32_768, 0xa5), Buffer.alloc(7, 1), Buffer.alloc(0)]) {
    const copy = fs.mkdtempSync(path.join(root, 'copy-'))
    fs.cpSync(left, copy, { recursive: true })
    fs.writeFileSync(fileIn(copy, '-shm'), garbage)
    refuseDamagedLog(fileIn(copy))
    expect(await factsIn(copy)).toEqual(expected(WRITES))
  }
})

it('has what came before the place where the log was cut or changed, in order and whole', async () => {
  const left = await leftBehind('one', 'a')
  const log = fs.readFileSync(fileIn(left, '-wal'))
  const seen: number[] = []
  for (const part of [0, 0.0001, 0.1, 0.37, 0.5, 0.93, 0.9999]) {
    for (const isCut of [true, false]) {
      const copy = fs.mkdtempSync(path.join(root, 'copy-'))
      fs.cpSync(left, copy, { recursive: true })
      const at = Math.floor(log.length * part)
      const changed = Buffer.from(isCut ? log.subarray(0, at) : log)
      if (!isCut) changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at)
      fs.writeFileSync(fileIn(copy, '-wal'), changed)
      refuseDamagedLog(fileIn(copy))
      const found = await factsIn(copy)
      expect(found, `${isCut ? 'cut' : 'changed'} at ${part}`).toEqual(expected(found.length))
      seen.push(found.length)
    }
  }
  expect(Math.min(...seen)).toBe(0)
  expect(Math.max(...seen)).toBeGreaterThan(WRITES / 2)
})

it('refuses the log of another newsroom, and leaves both as they were', async () => {
  const [one, other] = [await leftBehind('one', 'a'), await leftBehind('other', 'b')]
  await openDatabase(one).close()
  fs.copyFileSync(fileIn(other, '-wal'), fileIn(one, '-wal'))
  const both = () => Buffer.concat([fs.readFileSync(fileIn(one)), fs.readFileSync(fileIn(one, '-wal'))])
  const before = both()
  expect(() => inWords(() => openDatabase(one))).toThrow(
    /do not belong together.*press\.db-wal and press\.db-shm aside/,
  )
  expect(both().equals(before)).toBe(true)
  for (const ending of ['-wal', '-shm']) fs.rmSync(fileIn(one, ending), { force: true })
  expect(await factsIn(one)).toEqual(expected(WRITES))
})

it('refuses a log whose pages do not fit, though they carry the number of this newsroom', async () => {
  const left = await leftBehind('one', 'a')
  const log = fs.readFileSync(fileIn(left, '-wal'))
  await openDatabase(left).close()
  /* An older copy of the file, cut short: what its own log does not bring is missing. */
  const file = fs.readFileSync(fileIn(left))
  fs.writeFileSync(fileIn(left), file.subarray(0, 20 * 4096))
  fs.writeFileSync(fileIn(left, '-wal'), log.subarray(0, log.length / 4))
  expect(() => inWords(() => refuseDamagedLog(fileIn(left)))).toThrow(/do not belong together/)
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { log } from '#server/log.ts'
import { ENCODER_ENDED, encodeBeside } from './encode-beside.ts'
import type { Encoder } from './encoder.ts'

/* Stands in for the process that encodes: it does what the name says, and writes down that it began. */
const PROCESS = `
import fs from 'node:fs'
import os from 'node:os'
const { dataDir, niceness } = JSON.parse(process.env.PRESS_ENCODER)
os.setPriority(niceness)
fs.appendFileSync(dataDir + '/starts', 'x')
process.on('disconnect', () => {
  if (fs.existsSync(dataDir)) fs.writeFileSync(dataDir + '/ended', '')
  process.exit(0)
})
process.on('message', ({ number, work }) => {
  const { fileName } = work
  if (fileName === 'dies') process.exit(3)
  if (fileName === 'hangs') return
  const bytes = fileName === 'large' ? 1e12 : 1
  if (fileName === 'fails') return process.send({ number, bytes, fault: { message: 'full', code: 'ENOSPC' } })
  process.send({ number, bytes, outcome: { file: fileName, mime: process.env.MALLOC_ARENA_MAX, bytes: os.getPriority() } })
})
`

let folder = ''
let encoder: Encoder
beforeEach(() => {
  log.level = 'silent'
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'encoder-'))
  const file = path.join(folder, 'process.mjs')
  fs.writeFileSync(file, PROCESS)
  encoder = encodeBeside({
    file,
    dataDir: folder,
    fontsDir: '',
    niceness: 19,
    idleMs: 60_000,
    maxWorkMs: 3_000,
  })
})
afterEach(() => {
  encoder.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const made = (fileName: string) => encoder.run('rendition', { fileName })
const starts = () => fs.readFileSync(path.join(folder, 'starts'), 'utf8').length

describe('the process that encodes pictures', () => {
  it('works at the lowest priority with tidy memory, and is one for all', async () => {
    const [first, second] = await Promise.all([made('a'), made('b')])
    expect(first).toEqual({ file: 'a', mime: '1', bytes: 19 })
    expect(second?.file).toBe('b')
    expect(starts()).toBe(1)
  })

  it('tells the fault with its code', async () => {
    await expect(made('fails')).rejects.toMatchObject({ message: 'full', code: 'ENOSPC' })
  })

  it('is replaced when it dies or hangs, and says of lost work that it can be asked for again', async () => {
    for (const way of ['dies', 'hangs'])
      await expect(made(way)).rejects.toMatchObject({ code: ENCODER_ENDED })
    expect((await made('a'))?.file).toBe('a')
    expect(starts()).toBe(3)
  })

  it('is replaced when it took much memory', async () => {
    await made('large')
    await made('a')
    expect(starts()).toBe(2)
  })

  it('ends by itself when it is told to', async () => {
    await made('a')
    encoder.close()
    await expect.poll(() => fs.existsSync(path.join(folder, 'ended'))).toBe(true)
  })

  it('takes no work after its end', async () => {
    encoder.close()
    await expect(made('a')).rejects.toMatchObject({ code: ENCODER_ENDED })
  })
})

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alone } from './alone.mjs'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'alone-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('work that two programs must not do at once', () => {
  it('is done one after the other, and a failure frees the way', async () => {
    const order: string[] = []
    let waited = 0
    const first = alone(
      'work',
      async () => {
        order.push('first begins')
        await sleep(300)
        order.push('first ends')
        throw new Error('It failed')
      },
      { folder },
    )
    const onWait = () => void waited++
    const second = alone('work', async () => void order.push('second'), { folder, onWait })
    await expect(first).rejects.toThrow('It failed')
    await second
    expect(order).toEqual(['first begins', 'first ends', 'second'])
    expect(waited).toBe(1)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('does not wait for a program that was killed', async () => {
    const module = path.resolve(import.meta.dirname, 'alone.mjs')
    const program = `
      import { alone } from ${JSON.stringify(module)}
      await alone('work', () => process.kill(process.pid, 'SIGKILL'), { folder: ${JSON.stringify(folder)} })`
    spawnSync(process.execPath, ['--input-type=module', '-e', program])
    expect(fs.readdirSync(folder)).toEqual(['work.lock'])
    expect(await alone('work', async () => 'done', { folder })).toBe('done')
  })
})

import { describe, expect, it } from 'vitest'
import { type AheadWork, makeAhead } from './make-ahead.ts'
import type { PictureAhead } from './pictures-ahead.ts'

const picture = (digit: string, sizes: PictureAhead['sizes'] = 'all'): PictureAhead => ({
  ...{ name: digit.repeat(20), width: 480, sizes },
})

/** A store that keeps names, and the order in which they came. */
function aStore(has: string[] = []) {
  const there = new Set(has)
  const made: string[] = []
  const work: AheadWork = {
    missing: async fileNames => fileNames.filter(name => !there.has(name)),
    make: async fileName => {
      there.add(fileName)
      made.push(fileName)
      return true
    },
  }
  return { there, made, work }
}

const short = (names: string[]) => names.map(name => `${name[0]}${name.slice(20)}`)

describe('making pictures ahead', () => {
  it('makes the first format of the newest first, and all of it once', async () => {
    const { made, work } = aStore()
    const pictures = [picture('b'), picture('a')]
    expect(await makeAhead(pictures, work)).toEqual({ made: 12, left: 0, failed: 0 })
    expect(short(made).slice(0, 5)).toEqual([
      'b-320.avif',
      'b-480.avif',
      'a-320.avif',
      'a-480.avif',
      'b-320.webp',
    ])
    expect(await makeAhead(pictures, work)).toEqual({ made: 0, left: 0, failed: 0 })
  })

  it('goes on where it was broken off, and skips what others made', async () => {
    const { made, work } = aStore()
    const stop = new AbortController()
    const make = async (fileName: string) => {
      if (made.length === 3) stop.abort()
      return work.make(fileName)
    }
    const broken = await makeAhead([picture('b'), picture('a')], { ...work, make, signal: stop.signal })
    expect(broken.left).toBe(9)
    const before = made.length
    expect((await makeAhead([picture('b'), picture('a')], work)).made).toBe(12 - before)
    expect(new Set(made).size).toBe(made.length)
  })

  it('says how much is left, before the first file and after each', async () => {
    const { work } = aStore()
    const told: number[] = []
    await makeAhead([picture('b')], { ...work, onProgress: ({ left }) => told.push(left) })
    expect(told).toEqual([6, 5, 4, 3, 2, 1, 0])
  })

  it('is held up by no file that cannot be made, but by a full disk', async () => {
    const { work } = aStore()
    const faults: string[] = []
    const failing = (code?: string): AheadWork => ({
      ...work,
      make: async fileName => {
        if (fileName.includes('320.avif')) throw Object.assign(new Error('no'), { code })
        return work.make(fileName)
      },
      onFault: fileName => faults.push(fileName),
    })
    expect(await makeAhead([picture('b')], failing())).toEqual({ made: 5, left: 0, failed: 1 })
    expect(short(faults)).toEqual(['b-320.avif'])
    await expect(makeAhead([picture('c')], failing('ENOSPC'))).rejects.toThrow('no')
  })

  it('does not look again at what is finished', async () => {
    const { work } = aStore()
    const finished = new Set<string>()
    await makeAhead([picture('b')], { ...work, finished })
    const looked: string[][] = []
    const missing = async (names: string[]) => {
      looked.push(names)
      return []
    }
    await makeAhead([picture('b'), picture('a')], { ...work, missing, finished })
    expect(looked.flat().every(name => name.startsWith('a'))).toBe(true)
  })

  it('makes several at once where it may', async () => {
    const { work, made } = aStore()
    let [running, most] = [0, 0]
    const make = async (fileName: string) => {
      most = Math.max(most, ++running)
      await new Promise(resolve => setImmediate(resolve))
      running--
      return work.make(fileName)
    }
    await makeAhead([picture('b')], { ...work, make, atOnce: 2 })
    expect([most, new Set(made).size, made.length]).toEqual([2, 6, 6])
  })
})

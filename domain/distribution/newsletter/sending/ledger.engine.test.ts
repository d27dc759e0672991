import { beforeEach, describe, expect, it } from 'vitest'
import type { Tx } from '#db/write.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { Ledger } from './ledger.ts'

aNewsroom()

/** The transactions of a ledger: whom each let go, and what it settled. */
let kept: { ids: number[]; outcomes: string[] }[] = []
let isBroken = false
beforeEach(() => {
  kept = []
  isBroken = false
})

function aLedger(mostAsked: number) {
  let outcomes: string[] = []
  return new Ledger<string>(
    {
      settle: async (_: Tx, settled) => {
        outcomes = settled
        kept.push({ ids: [], outcomes })
      },
      handOver: async (_: Tx, ids) => {
        if (isBroken) throw new Error('The disk is full')
        if (outcomes.length > 0) kept.pop()
        kept.push({ ids, outcomes })
        outcomes = []
        return new Set(ids.filter(id => id > 0))
      },
    },
    mostAsked,
  )
}

describe('a ledger', () => {
  it('writes down in one transaction what comes in one moment', async () => {
    const ledger = aLedger(3)
    ledger.settle('one')
    expect(await Promise.all([1, -2, 3].map(id => ledger.handOver(id)))).toEqual([true, false, true])
    expect(kept).toEqual([{ ids: [1, -2, 3], outcomes: ['one'] }])
  })

  it('waits for nobody for long', async () => {
    const ledger = aLedger(50)
    expect(await ledger.handOver(1)).toBe(true)
    ledger.settle('one')
    await ledger.flush()
    expect(kept).toEqual([
      { ids: [1], outcomes: [] },
      { ids: [], outcomes: ['one'] },
    ])
  })

  it('misses nothing that comes in the moment in which it ends', async () => {
    const ledger = aLedger(1)
    for (let id = 1; id <= 50; id++) expect(await ledger.handOver(id)).toBe(true)
    ledger.settle('last')
    await ledger.flush()
    expect(kept.flatMap(({ ids }) => ids)).toHaveLength(50)
    expect(kept.at(-1)?.outcomes).toEqual(['last'])
  })

  it('lets nothing leave that it could not write down, and says so at the end', async () => {
    const ledger = aLedger(1)
    isBroken = true
    await expect(ledger.handOver(1)).rejects.toThrow('The disk is full')
    expect(ledger.hasFailed).toBe(true)
    await expect(ledger.flush()).rejects.toThrow('The disk is full')
  })
})

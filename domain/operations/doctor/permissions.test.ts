import { describe, expect, it } from 'vitest'
import { strangers } from './permissions.ts'

describe('the owner of the data folder', () => {
  it('is to own what the portal writes in it', () => {
    const mine = { file: 'press.db', uid: 1000 }
    expect(strangers(1000, [mine])).toEqual([])
    expect(strangers(1000, [mine, { file: 'press.db-wal', uid: 0 }])).toMatchObject([
      {
        level: 'problem',
        examples: ['press.db-wal belongs to 0'],
        todo: expect.stringContaining('chown -R'),
      },
    ])
  })
})

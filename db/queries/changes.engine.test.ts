import { describe, expect, it } from 'vitest'
import { contentVersion } from '#db/content-version.ts'
import { write } from '#db/write.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { changesSince, forgetChanges, latestChangeAt, nameChange } from './changes.ts'

aNewsroom()

const change = (day: number, ...tags: string[]) =>
  write(tx => nameChange(tx, new Date(Date.UTC(2026, 0, day)), tags))

describe('the list of changes', () => {
  it('moves the version with each, and tells what came after one', async () => {
    expect(contentVersion()).toBe(0)
    await change(1, 'story:1')
    await change(2, 'story:2', 'front:ar')
    expect(contentVersion()).toBe(2)
    expect(await changesSince(1)).toMatchObject([{ version: 2, tags: ['front:ar', 'story:2'] }])
    expect(await changesSince(2)).toEqual([])
    expect(await changesSince(0, 1)).toMatchObject([{ version: 1 }])
  })

  it('knows the latest time of any of them, though a clock was put back since', async () => {
    expect(await latestChangeAt()).toBeNull()
    for (const day of [1, 5, 3]) await change(day, 'story:1')
    expect(await latestChangeAt()).toEqual(new Date(Date.UTC(2026, 0, 5)))
  })

  it('forgets old ones without losing the version, and says so to whoever missed them', async () => {
    for (const day of [1, 2, 3]) await change(day, `story:${day}`)
    await write(tx => forgetChanges(tx, new Date(Date.UTC(2026, 0, 10))))
    expect(contentVersion()).toBe(3)
    expect(await changesSince(1)).toBeNull()
    expect(await changesSince(2)).toHaveLength(1)
    await change(11, 'story:4')
    expect(contentVersion()).toBe(4)
  })
})

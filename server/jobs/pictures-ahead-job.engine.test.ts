import { afterEach, describe, expect, it, vi } from 'vitest'
import { reader } from '#db/open.ts'
import { leases } from '#db/schema/tables.ts'
import { log } from '#server/log.ts'
import { picturesLeft } from '#server/metrics/pictures.ts'
import { aPicture } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle } from '#testing/stories.testing.ts'
import { picturesAheadJob } from './pictures-ahead-job.ts'

const { signal } = new AbortController()
const now = new Date()

aNewsroom()
afterEach(() => vi.restoreAllMocks())

async function published(letter: string) {
  const leadMediaId = await aPicture({ name: letter.repeat(20), width: 320 })
  await anArticle({ story: { leadMediaId }, status: 'published', now: new Date(now.getTime() - 1000) })
}

type Wish = { there?: Set<string>; first?: () => Promise<string[]>; onMade?: (count: number) => void }

/** A job over files that are only names; several jobs may share what is there. */
function aJob(holder: string, { there = new Set<string>(), first, onMade }: Wish = {}) {
  const made: string[] = []
  const job = picturesAheadJob({
    ...{ most: 10, first, holder },
    missing: async names => names.filter(name => !there.has(name)),
    make: async name => {
      await new Promise(resolve => setImmediate(resolve))
      there.add(name)
      made.push(`${name[0]}${name.slice(20)}`)
      onMade?.(made.length)
      return true
    },
    rest: async () => {},
  })
  return { job, made, there }
}

describe('the job that makes pictures ahead', () => {
  it('makes what is missing, says so, and then does nothing until something changes', async () => {
    const told = vi.spyOn(log, 'info').mockReturnValue(undefined)
    await published('a')
    const { job, made } = aJob('one')
    await job.run(now, signal)
    expect(made).toEqual(['a-320.avif', 'a-320.webp', 'a-320.jpg'])
    expect(told.mock.calls.map(([fields]) => fields)).toEqual([
      { made: 0, left: 3, failed: 0 },
      { made: 3, left: 0, failed: 0 },
    ])
    expect(picturesLeft.value).toBe(0)
    await job.run(now, signal)
    expect(made).toHaveLength(3)
    await published('b')
    await job.run(now, signal)
    expect(made.slice(3)).toEqual(['b-320.avif', 'b-320.webp', 'b-320.jpg'])
  })

  it('is done by one of several processes, and gives its lease back', async () => {
    await published('a')
    await published('b')
    const there = new Set<string>()
    const jobs = ['one', 'two', 'three'].map(holder => aJob(holder, { there }))
    await Promise.all(jobs.map(({ job }) => job.run(now, signal)))
    expect(jobs.map(({ made }) => made.length).toSorted()).toEqual([0, 0, 6])
    expect(await reader().select({ name: leases.name }).from(leases)).toEqual([])
  })

  it('notices an upload that no reader sees', async () => {
    const { job, made } = aJob('one')
    await job.run(now, signal)
    await aPicture({ name: 'c'.repeat(20), width: 320 })
    await job.run(now, signal)
    expect(made).toHaveLength(3)
  })

  it('begins with what the fronts show, and goes on after it was broken off', async () => {
    await published('a')
    await published('b')
    const stop = new AbortController()
    const { job, made } = aJob('one', {
      first: async () => [`${'a'.repeat(20)}-320.webp`],
      onMade: count => count === 2 && stop.abort(),
    })
    await job.run(now, stop.signal)
    expect(made[0]).toBe('a-320.webp')
    expect(made.length).toBeLessThan(6)
    await job.run(now, signal)
    expect(new Set(made).size).toBe(6)
    expect(made).toHaveLength(6)
  })
})

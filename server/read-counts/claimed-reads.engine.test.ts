import { afterEach, beforeEach, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { readsInHour } from '#db/queries/reads.ts'
import { rateLimits } from '#db/schema/tables.ts'
import { hourOf } from '#domain/discovery/readership/hours.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { type ReadCounter, readCounter } from './read-counter.ts'

const now = new Date('2026-02-22T12:00:00Z')
const ADDRESS = '198.51.100.7'

aNewsroom()
let storyId: number
let articleId: number
const counters: ReadCounter[] = []

beforeEach(async () => {
  storyId = await aStory({ now })
  articleId = (await anArticle({ storyId, headline: 'Read', now })).id
})
afterEach(async () => {
  for (const counter of counters.splice(0)) await counter.close()
})

/* As in a process of its own. */
function process(): (times: number, address?: string) => Promise<void> {
  const counter = readCounter()
  counters.push(counter)
  return (times, address = ADDRESS) => {
    for (let time = 0; time < times; time++) counter.countClaim(articleId, address, now.getTime())
    return counter.flush()
  }
}
const counted = async () => (await readsInHour(hourOf(now)))[0]?.reads ?? 0

it('counts sixty in a minute from one address, and as many from another', async () => {
  const claim = process()
  await claim(100)
  await claim(100)
  expect(await counted()).toBe(60)
  await claim(100, '198.51.100.8')
  expect(await counted()).toBe(120)
})

it('counts little more than that from one address through several processes', async () => {
  const [one, two, three] = [process(), process(), process()]
  for (let batch = 0; batch < 20; batch++) for (const claim of [one, two, three]) await claim(5)
  expect(await counted()).toBeGreaterThanOrEqual(60)
  /* A quarter for each, before it is worth sharing, and a batch. */
  expect(await counted()).toBeLessThanOrEqual(60 + 3 * (15 + 5))
})

it('writes nothing about an ordinary reader', async () => {
  await process()(10)
  expect(await counted()).toBe(10)
  expect(await reader().select().from(rateLimits)).toEqual([])
})

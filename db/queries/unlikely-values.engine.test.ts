import { describe, expect, it } from 'vitest'
import { write } from '#db/write.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { articleAddresses } from './addresses.ts'
import { archiveSpan, headlinesBetween } from './archive.ts'
import { articleAnswer } from './article.ts'
import { deskArticle } from './desk.ts'
import { addReads, readsInHour } from './reads.ts'

aNewsroom()

const now = new Date('2026-02-22T12:00:00Z')

/** The number of a published article. */
const published = async (publishedAt: Date) => (await anArticle({ status: 'published', publishedAt, now })).id

describe.each([0, 2_147_483_647, 2_147_483_648, 9_999_999_999, 999_999_999_999_999])('the number %d', id => {
  it('is of no article', async () => {
    await published(now)
    expect(await articleAddresses(id)).toEqual({})
    expect(await articleAnswer('en', id)).toEqual({ state: 'missing' })
    expect(await deskArticle(id, 'en')).toBeNull()
  })

  it('keeps nobody else from being counted', async () => {
    const articleId = await published(now)
    await write(tx =>
      addReads(tx, [
        { articleId: id, hour: now, reads: 1 },
        { articleId, hour: now, reads: 2 },
      ]),
    )
    expect(await readsInHour(now)).toEqual([{ articleId, reads: 2 }])
  })
})

describe('an article of a time before clocks agreed', () => {
  it.each(['1861-04-12T04:30:00.125Z', '1933-05-06T00:00:00Z'])('keeps its moment: %s', async text => {
    const at = new Date(text)
    await published(at)
    expect(await archiveSpan('en', now)).toEqual({ first: at, last: at })
    const page = await headlinesBetween('en', at, new Date(at.getTime() + 1), 1, now)
    expect(page.items.map(item => item.publishedAt)).toEqual([at])
  })
})

describe('the numbers of stories', () => {
  it('go on after one that was asked for, and after one that came to nothing', async () => {
    const first = await aStory()
    expect(await aStory({ id: 40 })).toBe(40)
    expect(await aStory()).toBe(41)
    expect(await aStory({ id: first + 1 })).toBe(first + 1)
    expect(await aStory()).toBe(42)
  })
})

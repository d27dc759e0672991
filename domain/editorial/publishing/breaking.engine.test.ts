import { desc, like } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db/open.ts'
import { siteFrame } from '#db/queries/frame.ts'
import { auditLog, contentChanges } from '#db/schema/tables.ts'
import { anActor, desk } from '#testing/actors.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory } from '#testing/stories.testing.ts'
import { clearBreaking } from './clear-breaking.ts'
import { setBreaking } from './set-breaking.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')

aNewsroom()
let storyId: number

beforeEach(async () => {
  storyId = await aStory({ now })
})

const published = (headline: string) => anArticle({ storyId, headline, status: 'published', now })

const strip = async () => (await siteFrame('en', now)).breaking
async function lastTags() {
  const { tags, version } = contentChanges
  const [last] = await reader().select({ tags }).from(contentChanges).orderBy(desc(version)).limit(1)
  return last?.tags
}
async function audit() {
  const { verb, subject, id } = auditLog
  const isBreaking = like(subject, 'breaking:%')
  const entries = await reader().select({ verb, subject }).from(auditLog).where(isBreaking).orderBy(id)
  return entries.map(entry => `${entry.verb} ${entry.subject}`)
}

describe('breaking news', () => {
  it('says the headline of its story, leads there, and stands on every page of one language', async () => {
    await published('Berths fill')
    await setBreaking(desk, { locale: 'en', storyId, now })
    expect(await strip()).toMatchObject({ text: 'Berths fill', at: now, article: { storyId } })
    expect((await siteFrame('ar', now)).breaking).toBeNull()
    expect(await lastTags()).toEqual(['breaking:en', 'front:en'])
    expect(await audit()).toEqual(['set-breaking breaking:en'])
  })

  it('may be words alone, and takes the place of what stood there', async () => {
    await setBreaking(desk, { locale: 'en', text: 'First', now })
    await setBreaking(desk, { locale: 'en', text: ' Second ', now })
    expect(await strip()).toMatchObject({ text: 'Second', article: null })
  })

  it('is refused without words, for a story that readers cannot see, when it is over, and to whoever may not', async () => {
    await anArticle({ storyId, headline: 'One', now })
    const set = (news: object) => setBreaking(desk, { locale: 'en', now, ...news })
    await expect(set({})).rejects.toMatchObject({ code: 'publishing.refused.breakingNeedsText' })
    await expect(set({ storyId })).rejects.toMatchObject({ code: 'publishing.refused.breakingLeadsNowhere' })
    await expect(set({ text: 'News', until: now })).rejects.toMatchObject({
      code: 'publishing.refused.breakingIsOver',
    })
    const writer = anActor({ may: ['article.write'] })
    await expect(setBreaking(writer, { locale: 'en', text: 'News', now })).rejects.toMatchObject({
      code: 'publishing.notAllowed',
    })
    expect(await strip()).toBeNull()
    expect(await audit()).toEqual([])
  })

  it('is cleared, once', async () => {
    await setBreaking(desk, { locale: 'en', text: 'News', now })
    expect(await clearBreaking(desk, { locale: 'en', now })).toBe(true)
    expect(await clearBreaking(desk, { locale: 'en', now })).toBe(false)
    expect(await strip()).toBeNull()
    expect(await lastTags()).toEqual(['breaking:en', 'front:en'])
    expect(await audit()).toEqual(['set-breaking breaking:en', 'clear-breaking breaking:en'])
  })

  it('goes with the story that it leads to', async () => {
    const { id, revision } = await published('Berths fill')
    await setBreaking(desk, { locale: 'en', storyId, now })
    const mayWithdraw = anActor({ name: 'night desk', may: ['article.withdraw'] })
    await withdraw(mayWithdraw, { articleId: id, revision, now })
    expect(await strip()).toBeNull()
    expect(await audit()).toEqual(['set-breaking breaking:en', 'clear-breaking breaking:en'])
  })
})

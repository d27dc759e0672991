import { beforeEach, expect, it } from 'vitest'
import { changesSince } from '#db/queries/changes.ts'
import { write } from '#db/write.ts'
import type { Locale } from '#i18n/locales.ts'
import { desk } from '#testing/actors.testing.ts'
import { aSection } from '#testing/filing.testing.ts'
import { aNewsroom } from '#testing/newsroom.testing.ts'
import { anArticle, aStory, edited, targetOf } from '#testing/stories.testing.ts'
import { changeStoryIn } from './change-story.ts'
import { publish } from './publish.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')

aNewsroom()
let storyId: number

beforeEach(async () => {
  storyId = await aStory({ now })
})
async function former(): Promise<string[]> {
  const changes = (await changesSince(0)) ?? []
  return changes.flatMap(({ tags }) => tags.filter(name => name.startsWith('former:')))
}

const published = (locale: Locale, headline: string) =>
  anArticle({ storyId, locale, headline, status: 'published', now })

it('names the path that a published article leaves for a new slug, percent-encoded', async () => {
  const article = await published('ar', 'خبر أول')
  const changed = await edited(article, 'خبر ثان', now)
  expect(await former()).toEqual([
    `former:/ar/${encodeURIComponent('اقتصاد')}/${storyId}/${encodeURIComponent('خبر-أول')}`,
  ])
  await edited(changed, 'خبر ثان', now)
  expect(await former()).toHaveLength(1)
})

it('names those of both languages when the story goes to another section', async () => {
  await published('ar', 'خبر')
  await published('en', 'News')
  const filed = { kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {}, now }
  const sectionId = await aSection({ key: 'sport', ar: 'رياضة', en: 'Sport' })
  await write(async tx => {
    await changeStoryIn(tx, desk, storyId, { ...filed, sectionId })
    await changeStoryIn(tx, desk, storyId, { ...filed, sectionId })
  })
  expect(await former()).toEqual([
    `former:/ar/${encodeURIComponent('اقتصاد')}/${storyId}/${encodeURIComponent('خبر')}`,
    `former:/en/economy/${storyId}/news`,
  ])
})

it('names that of what is withdrawn, and none that readers could not know', async () => {
  const draft = await edited(await anArticle({ storyId, headline: 'Rumour', now }), 'Fact', now)
  const withdrawn = await withdraw(desk, targetOf(await publish(desk, targetOf(draft, now)), now))
  const again = await edited(withdrawn, 'Another rumour', now)
  await edited(again, 'Another fact', now)
  expect(await former()).toEqual([`former:/en/economy/${storyId}/fact`])
})

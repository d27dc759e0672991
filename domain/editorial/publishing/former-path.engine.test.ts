import { afterEach, beforeEach, expect, it } from 'vitest'
import { changesSince } from '#db/queries/changes.ts'
import { putSection } from '#db/queries/writing/catalogue.ts'
import { write } from '#db/write.ts'
import { changeStoryIn } from './change-story.ts'
import { type ExampleNewsroom, exampleDesk, openExampleNewsroom } from './example-newsroom.testing.ts'
import { publish } from './publish.ts'
import { withdraw } from './withdraw.ts'

const now = new Date('2026-02-22T12:00:00Z')

let newsroom: ExampleNewsroom

beforeEach(async () => {
  newsroom = await openExampleNewsroom(now)
})
afterEach(() => newsroom.close())

async function former(): Promise<string[]> {
  const changes = (await changesSince(0)) ?? []
  return changes.flatMap(({ tags }) => tags.filter(name => name.startsWith('former:')))
}

const published = async (locale: 'ar' | 'en', headline: string) => {
  const { id: articleId, revision } = await newsroom.draft(locale, headline)
  return publish(exampleDesk, { articleId, revision, now })
}

it('names the path that a published article leaves for a new slug, percent-encoded', async () => {
  const article = await published('ar', 'خبر أول')
  const edited = await newsroom.edit(article, 'خبر ثان')
  expect(await former()).toEqual([
    `former:/ar/${encodeURIComponent('اقتصاد')}/${newsroom.storyId}/${encodeURIComponent('خبر-أول')}`,
  ])
  await newsroom.edit(edited, 'خبر ثان')
  expect(await former()).toHaveLength(1)
})

it('names those of both languages when the story goes to another section', async () => {
  await published('ar', 'خبر')
  await published('en', 'News')
  const filed = { kind: 'news' as const, leadMediaId: null, topicIds: [], pictureTexts: {}, now }
  await write(async tx => {
    const text = (slug: string) => ({ name: slug, slug, description: '' })
    const sport = { key: 'sport', glaze: 'economy', position: 1 } as const
    const sectionId = await putSection(tx, { ...sport, texts: { ar: text('رياضة'), en: text('sport') } })
    await changeStoryIn(tx, exampleDesk, newsroom.storyId, { ...filed, sectionId })
    await changeStoryIn(tx, exampleDesk, newsroom.storyId, { ...filed, sectionId })
  })
  expect(await former()).toEqual([
    `former:/ar/${encodeURIComponent('اقتصاد')}/${newsroom.storyId}/${encodeURIComponent('خبر')}`,
    `former:/en/economy/${newsroom.storyId}/news`,
  ])
})

it('names that of what is withdrawn, and none that readers could not know', async () => {
  const draft = await newsroom.edit(await newsroom.draft('en', 'Rumour'), 'Fact')
  const { id: articleId, revision } = await publish(exampleDesk, {
    ...{ articleId: draft.id, revision: draft.revision, now },
  })
  const withdrawn = await withdraw(exampleDesk, { articleId, revision, now })
  const again = await newsroom.edit(withdrawn, 'Another rumour')
  await newsroom.edit(again, 'Another fact')
  expect(await former()).toEqual([`former:/en/economy/${newsroom.storyId}/fact`])
})
